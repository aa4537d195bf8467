import { coastal } from "./organisations/coastal.ts";
import { large } from "./organisations/large.ts";
import { northbridge } from "./organisations/northbridge.ts";
import { stBrannoc } from "./organisations/st-brannoc.ts";
import { wrenfield } from "./organisations/wrenfield.ts";
import type { Story } from "./story.ts";

export const SCENARIOS = ["demo", "small", "empty", "large-2000"] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** An organisation on its first day: no unit, no wave, one HR admin. Each page shows the one next step. */
const untouched: Story = {
  slug: "first-day",
  name: "First Day Council",
  domain: "first-day.example",
  outline: "",
  closedWaves: 0,
  assessedFrom: 0,
  shifts: [],
  events: [],
  asked: [],
  silent: [],
  reorganisation: null,
  accounts: [{ name: "Nell Ockendon", address: "nell.ockendon", role: "hr_admin", at: null, title: "HR admin" }],
  leaders: {},
  plan: null,
  today: null,
};

/** The organisations of each scenario. An account that two of them share is made by the first. */
export const STORIES: Record<Scenario, readonly Story[]> = {
  demo: [northbridge, stBrannoc, coastal],
  small: [wrenfield, { ...coastal, accounts: withoutNorthbridge(coastal) }],
  empty: [untouched],
  "large-2000": [large],
};

/** In the small scenario the account of two organisations is Wrenfield's senior leader. */
function withoutNorthbridge(story: Story): Story["accounts"] {
  const [first, ...rest] = story.accounts;
  return [
    first,
    ...rest.map((account) =>
      account.address.includes("@")
        ? {
            ...account,
            name: "Imran Cattermoor",
            address: "imran.cattermoor@wrenfield.example",
            title: "HR admin (also a senior leader in Wrenfield)",
          }
        : account,
    ),
  ];
}
