import type { Story } from "../story.ts";
import { coastalNotes } from "./coastal-notes.ts";
import { COASTAL } from "./coastal-outline.ts";

/**
 * An arm's-length body. A new grants policy unsettles Grants and programmes and settles; claims pile up; data services
 * move to Corporate between the third and the fourth wave.
 */
export const coastal: Story = {
  slug: "coastal-resilience",
  name: "Office for Coastal Resilience",
  domain: "coastal-resilience.example",
  outline: COASTAL,
  closedWaves: 6,
  assessedFrom: 2,
  shifts: [
    { units: ["Grants and programmes"], axis: "direction", byWave: [0, 2, 9, 16, 9, 2, 0], on: ["D2", "D4"] },
    { units: ["Grant claims"], axis: "delivery", byWave: [4, 8, 12, 17, 22, 26, 27], on: ["E5", "E3"] },
    { units: ["Grant applications"], axis: "delivery", byWave: [0, 2, 4, 8, 10, 12, 12], on: ["E5"] },
    { units: ["Data"], axis: "direction", byWave: [0, 0, 2, 12, 8, 4, 2], on: ["D1", "D3"] },
    { units: ["Coastal science"], axis: "direction", byWave: [-8, -8, -8, -8, -8, -8, -8] },
    { units: ["Shoreline modelling"], axis: "delivery", byWave: [12, 12, 13, 14, 15, 15, 15], on: ["E5", "E6"] },
    { units: ["Assurance"], axis: "direction", byWave: [9, 9, 10, 10, 11, 11, 11], on: ["D4", "D5"] },
    { units: ["Community advisers west"], axis: "direction", byWave: [12, 12, 13, 13, 14, 14, 14] },
    { units: ["Community advisers west"], axis: "delivery", byWave: [14, 14, 14, 15, 16, 16, 16] },
  ],
  events: [
    { units: ["Grants and programmes"], wave: 2, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Grants and programmes"], wave: 3, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Grant claims"], wave: 4, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Grant claims"], wave: 5, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Grant claims"], wave: 6, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Community advisers west"], wave: 5, kind: "new_priority" },
    { units: ["Corporate"], wave: 4, kind: "budget_pressure" },
  ],
  asked: [
    {
      wave: 5,
      extra: { code: "X1", agreement: 47 },
      locals: [{ words: "I have what I need for work in the field.", agreement: 63 }],
      notes: coastalNotes,
      takenOut: null,
    },
  ],
  asksInWelsh: true,
  silent: [],
  reorganisation: {
    afterWave: 2,
    moves: [
      { unit: "Data", to: "Corporate" },
      { unit: "Planning advice", to: "Engagement" },
    ],
    merge: { unit: "Consents", into: "Assurance", renamed: "Consents and assurance" },
  },
  accounts: [
    { name: "Edith Marlbury", address: "edith.marlbury", role: "hr_admin", at: null, title: "HR admin" },
    {
      name: "Ruth Adeyanju",
      address: "ruth.adeyanju@northbridge.example",
      role: "hr_admin",
      at: null,
      title: "HR admin (also a senior leader in Northbridge)",
    },
    { name: "Joel Carrowby", address: "joel.carrowby", role: "senior_leader", at: null, title: "Senior leader" },
    {
      name: "Anjali Strickney",
      address: "anjali.strickney",
      role: "supervisor",
      at: "Grant claims",
      title: "Supervisor, growing backlog",
    },
    { name: "Hywel Danso", address: "hywel.danso", role: "member", at: "Grant claims", title: "Team member" },
  ],
  leaders: {
    "Evidence and forecasting": "Ingrid Fellmoor",
    "Grants and programmes": "Samuel Ashgrave",
    "Regulation and advice": "Parveen Lockerby",
    Communities: "Maeve Tollworth",
    Corporate: "Victor Nnadi",
  },
  plan: null,
  today: {
    pending: {
      name: "Citizen science",
      parent: "Engagement",
      headcount: 5,
      supervisor: "Rosa Quenby",
      by: "joel.carrowby",
    },
    deputy: { absentAt: "Mapping", deputyFrom: "Data services" },
    suspendedAt: "Small harbours",
    open: { missing: ["Grant claims"], drafts: ["Forecast desk"] },
  },
};
