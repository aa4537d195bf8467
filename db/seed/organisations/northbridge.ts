import type { Story } from "../story.ts";
import { northbridgeNotes } from "./northbridge-notes.ts";
import { northbridgePlan } from "./northbridge-plan.ts";
import { NORTHBRIDGE } from "./northbridge-outline.ts";

/**
 * A council. Adult social care rolls out a new way of assessing and recovers; planning applications pile up; two
 * directorates become one between the third and the fourth wave; repairs drifts throughout.
 */
export const northbridge: Story = {
  slug: "northbridge",
  name: "Northbridge City Council",
  domain: "northbridge.example",
  outline: NORTHBRIDGE,
  closedWaves: 6,
  assessedFrom: 2,
  shifts: [
    { units: ["Adult social care"], axis: "direction", byWave: [0, 1, 9, 19, 15, 1, 0], on: ["D2", "D4", "D6"] },
    { units: ["Adult social care"], axis: "delivery", byWave: [0, 0, 3, 5, 3, 1, 0] },
    { units: ["Planning applications"], axis: "delivery", byWave: [0, 3, 8, 13, 18, 24, 26], on: ["E5", "E1"] },
    { units: ["Planning applications"], axis: "direction", byWave: [-4, -4, -3, -2, 0, 3, 4] },
    {
      units: ["Customer services", "Digital and change"],
      axis: "direction",
      byWave: [0, 0, 4, 12, 8, 4, 2],
      on: ["D1", "D3"],
    },
    { units: ["Digital and change"], axis: "delivery", byWave: [0, 0, 1, 8, 5, 2, 0], on: ["E3", "E4"] },
    { units: ["Repairs"], axis: "direction", byWave: [13, 14, 15, 16, 17, 17, 17] },
    // A new rota unsettles one team for a winter, so that its calls turn out in different ways.
    { units: ["Housing repairs"], axis: "direction", byWave: [0, 0, 0, 22, 2, 0, 0], on: ["D2", "D6"] },
    { units: ["Repairs"], axis: "delivery", byWave: [15, 17, 18, 19, 21, 24, 24], on: ["E2", "E5"] },
    { units: ["Finance", "Tenancy"], axis: "direction", byWave: [8, 9, 9, 10, 10, 11, 11] },
    { units: ["Finance"], axis: "delivery", byWave: [-6, -6, -6, -6, -6, -6, -6] },
    {
      units: ["Youth work", "Events", "Regeneration"],
      axis: "delivery",
      byWave: [15, 15, 16, 17, 18, 18, 18],
      on: ["E5", "E6"],
    },
    { units: ["Youth work", "Events", "Regeneration"], axis: "direction", byWave: [-12, -12, -12, -12, -12, -12, -12] },
    { units: ["Waste"], axis: "direction", byWave: [9, 9, 8, 7, 6, 5, 4] },
    { units: ["Libraries", "Culture and leisure"], axis: "direction", byWave: [-5, -5, -5, -5, -5, -5, -5] },
  ],
  events: [
    { units: ["Adult social care"], wave: 2, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Adult social care"], wave: 3, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Planning applications"], wave: 3, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Planning applications"], wave: 4, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Planning applications"], wave: 5, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Planning applications"], wave: 6, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Housing repairs"], wave: 3, kind: "new_policy", flag: "change_rolled_out" },
    {
      units: ["Housing repairs", "Damp and mould response"],
      wave: 5,
      kind: "service_harm",
      flag: "service_could_be_harmed",
    },
    { units: ["Libraries", "Culture and leisure", "Finance"], wave: 4, kind: "budget_pressure" },
    { units: ["Growth"], wave: 5, kind: "new_priority" },
  ],
  asked: [
    {
      wave: 4,
      extra: { code: "X3", agreement: 58 },
      locals: [{ words: "I can reach my place of work by bus or bicycle.", agreement: 61 }],
      notes: {},
      takenOut: null,
    },
    {
      wave: 5,
      extra: { code: "X2", agreement: 52 },
      locals: [
        { words: "I can take my breaks.", agreement: 66 },
        { words: "The tools I use every day work.", agreement: 55 },
      ],
      notes: northbridgeNotes,
      takenOut: "Derek Moss",
    },
  ],
  silent: ["Treasury"],
  reorganisation: {
    afterWave: 2,
    moves: [
      { unit: "Regulatory services", to: "Environment and streets" },
      { unit: "Community safety", to: "Regulatory services" },
      { unit: "Public health intelligence", to: "Change" },
    ],
    merge: { unit: "Digital and change", into: "Customer services", renamed: "Customer and digital services" },
  },
  accounts: [
    { name: "Meera Kalsi", address: "meera.kalsi", role: "hr_admin", at: null, title: "HR admin" },
    { name: "Gwen Hathersall", address: "gwen.hathersall", role: "senior_leader", at: null, title: "Senior leader" },
    {
      name: "Ruth Adeyanju",
      address: "ruth.adeyanju",
      role: "senior_leader",
      at: "Planning and growth",
      title: "Senior leader of one directorate, HR admin elsewhere",
    },
    {
      name: "Tomasz Birkett",
      address: "tomasz.birkett",
      role: "hr_admin",
      at: "Housing",
      title: "HR admin of one directorate",
    },
    {
      name: "Callum Eastrow",
      address: "callum.eastrow",
      role: "supervisor",
      at: "Housing repairs",
      also: ["Damp and mould response"],
      title: "Supervisor of two teams",
    },
    {
      name: "Yasmin Thorley",
      address: "yasmin.thorley",
      role: "supervisor",
      at: "Validation",
      title: "Supervisor, small team",
    },
    { name: "Femi Dunmore", address: "femi.dunmore", role: "member", at: "Housing repairs", title: "Team member" },
  ],
  leaders: {
    "Adult social care": "Lorna Pickersby",
    "Children and families": "Desmond Achebi",
    "Education and skills": "Sunita Wragby",
    Housing: "Patrick Oyelowe",
    "Environment and streets": "Bronwen Tasker",
    "Public health and communities": "Hassan Millgate",
    "Customer services": "Freya Lindup",
    "Digital and change": "Arjun Setterby",
    Resources: "Marian Coldwell",
  },
  today: {
    pending: {
      name: "Warm homes advice",
      parent: "Growth",
      headcount: 6,
      supervisor: "Isla Varghesi",
      by: "ruth.adeyanju",
    },
    deputy: { absentAt: "Fostering support", deputyFrom: "Fostering recruitment" },
    suspendedAt: "Leisure contracts",
    open: { missing: ["Housing repairs", "Validation"], drafts: ["Damp and mould response"] },
  },
  plan: northbridgePlan,
};
