import type { Story } from "../story.ts";
import { ST_BRANNOC } from "./st-brannoc-outline.ts";

const NIGHTS = [
  "Acute medical unit nights",
  "Ward 7 Plover nights",
  "Ward 9 Kestrel nights",
  "Ward 11 Avocet nights",
  "Ward 12 Redshank nights",
  "Intensive care nights",
  "Labour ward nights",
  "Ward 2 Dunlin nights",
  "Majors nights",
  "Blood sciences nights",
  "Night nursing",
];

/**
 * A hospital trust. Surgery gets electronic records and recovers; endoscopy cannot keep up; Ward 6 Heron is in good
 * spirit and late; nights are shorter of meaning than days, everywhere.
 */
export const stBrannoc: Story = {
  slug: "st-brannoc",
  name: "St Brannoc NHS Trust",
  domain: "st-brannoc.example",
  outline: ST_BRANNOC,
  closedWaves: 6,
  assessedFrom: 2,
  shifts: [
    { units: ["Surgery"], axis: "direction", byWave: [0, 0, 5, 13, 15, 4, 1], on: ["D2", "D6"] },
    { units: ["Surgery"], axis: "delivery", byWave: [0, 0, 2, 6, 5, 1, 0], on: ["E1", "E3"] },
    {
      units: ["Endoscopy unit", "Endoscopy booking"],
      axis: "delivery",
      byWave: [2, 6, 10, 15, 20, 24, 25],
      on: ["E5", "E2"],
    },
    { units: ["Outpatient booking"], axis: "delivery", byWave: [1, 3, 6, 9, 12, 14, 15], on: ["E5"] },
    {
      units: ["Ward 6 Heron days", "Ward 6 Heron nights"],
      axis: "direction",
      byWave: [-12, -13, -13, -14, -14, -14, -14],
    },
    {
      units: ["Ward 6 Heron days", "Ward 6 Heron nights"],
      axis: "delivery",
      byWave: [9, 12, 15, 18, 20, 22, 22],
      on: ["E5", "E3"],
    },
    { units: NIGHTS, axis: "direction", byWave: [7, 7, 7, 8, 8, 8, 8], on: ["D1", "D4"] },
    { units: ["Emergency department"], axis: "direction", byWave: [8, 8, 9, 9, 10, 11, 11], on: ["D5", "D6"] },
    { units: ["Emergency department"], axis: "delivery", byWave: [11, 11, 12, 13, 14, 14, 14], on: ["E1", "E3"] },
    {
      units: ["Rehabilitation", "Community nursing"],
      axis: "direction",
      byWave: [-4, -4, -4, 5, 2, -1, -2],
      on: ["D3"],
    },
    { units: ["Estates and facilities"], axis: "direction", byWave: [8, 8, 9, 9, 10, 10, 10] },
    { units: ["Pharmacy", "Laboratories"], axis: "delivery", byWave: [-6, -6, -6, -6, -6, -6, -6] },
    {
      units: ["Main theatres early shift", "Main theatres late shift"],
      axis: "delivery",
      byWave: [5, 6, 8, 12, 11, 9, 8],
    },
  ],
  events: [
    { units: ["Surgery"], wave: 3, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Surgery"], wave: 4, kind: "new_policy", flag: "change_rolled_out" },
    { units: ["Endoscopy unit", "Endoscopy booking"], wave: 4, kind: "growing_backlog", flag: "backlog_growing" },
    {
      units: ["Endoscopy unit", "Endoscopy booking", "Outpatient booking"],
      wave: 5,
      kind: "growing_backlog",
      flag: "backlog_growing",
    },
    { units: ["Endoscopy unit", "Endoscopy booking"], wave: 6, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Emergency department"], wave: 5, kind: "service_harm", flag: "service_could_be_harmed" },
    { units: ["Estates and facilities"], wave: 4, kind: "budget_pressure" },
    { units: ["Maternity"], wave: 5, kind: "new_priority" },
  ],
  asked: [],
  silent: ["Mortuary"],
  reorganisation: {
    afterWave: 2,
    moves: [
      { unit: "Ward 20 Curlew", to: "Older people's medicine" },
      { unit: "Frailty team", to: "Community nursing" },
    ],
    merge: { unit: "Pre-operative", into: "Theatres", renamed: "Theatres and pre-operative care" },
  },
  accounts: [
    { name: "Shanice Brindlow", address: "shanice.brindlow", role: "hr_admin", at: null, title: "HR admin" },
    { name: "Owen Trevanth", address: "owen.trevanth", role: "senior_leader", at: null, title: "Senior leader" },
    {
      name: "Nadia Pellowe",
      address: "nadia.pellowe",
      role: "supervisor",
      at: "Ward 6 Heron days",
      title: "Supervisor, ward with good spirit and slipping dates",
    },
    {
      name: "Kwame Rosevear",
      address: "kwame.rosevear",
      role: "member",
      at: "Ward 6 Heron days",
      title: "Team member",
    },
  ],
  leaders: {
    Medicine: "Anneka Tremlow",
    Surgery: "Rashid Polglase",
    "Women and children": "Catrin Osagie",
    "Urgent care": "Declan Varcoe",
    "Clinical support": "Mei Hocklin",
    "Community services": "Tamsin Okorie",
    "Corporate services": "Leonard Basset",
  },
  plan: null,
  today: {
    pending: {
      name: "Virtual ward",
      parent: "Community nursing",
      headcount: 9,
      supervisor: "Morwenna Idris",
      by: "owen.trevanth",
    },
    deputy: { absentAt: "Postnatal ward", deputyFrom: "Antenatal clinic" },
    suspendedAt: "Colposcopy",
    open: { missing: ["Ward 6 Heron days"], drafts: ["Ward 6 Heron nights"] },
  },
};
