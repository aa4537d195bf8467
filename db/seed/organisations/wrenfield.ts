import type { Story } from "../story.ts";
import { WRENFIELD } from "./wrenfield-outline.ts";

/** A small council for tests and first looks: three waves, one late service, one unsettled one. */
export const wrenfield: Story = {
  slug: "wrenfield",
  name: "Wrenfield District Council",
  domain: "wrenfield.example",
  outline: WRENFIELD,
  closedWaves: 3,
  assessedFrom: 1,
  shifts: [
    { units: ["Planning"], axis: "delivery", byWave: [8, 14, 20, 20], on: ["E5"] },
    { units: ["Tenancies"], axis: "direction", byWave: [4, 14, 10, 5], on: ["D2", "D4"] },
  ],
  events: [
    { units: ["Planning"], wave: 2, kind: "growing_backlog", flag: "backlog_growing" },
    { units: ["Tenancies"], wave: 1, kind: "new_policy", flag: "change_rolled_out" },
  ],
  asked: [],
  silent: [],
  reorganisation: {
    afterWave: 1,
    moves: [{ unit: "Parks", to: "Tenancies" }],
    merge: { unit: "Support", into: "Customers", renamed: "Customers and support" },
  },
  accounts: [
    { name: "Bethan Sowerly", address: "bethan.sowerly", role: "hr_admin", at: null, title: "HR admin" },
    { name: "Imran Cattermoor", address: "imran.cattermoor", role: "senior_leader", at: null, title: "Senior leader" },
    { name: "Skye Harrowden", address: "skye.harrowden", role: "supervisor", at: "Repairs", title: "Supervisor" },
    { name: "Lewis Tanaki", address: "lewis.tanaki", role: "member", at: "Repairs", title: "Team member" },
  ],
  leaders: { Place: "Orla Winstead", Homes: "David Eziri" },
  plan: null,
  today: {
    pending: { name: "Home visits", parent: "Homes", headcount: 5, supervisor: "Carys Umber", by: "imran.cattermoor" },
    deputy: { absentAt: "Applications", deputyFrom: "Parks" },
    suspendedAt: "Enforcement",
    open: { missing: ["Repairs"], drafts: ["Benefits"] },
  },
};
