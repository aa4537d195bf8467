import type { Newcomer, StoryMeasure, StoryPractices } from "../practices.ts";

export const wrenfieldPractices: StoryPractices = {
  organisation: ["A clean, safe district"],
  priorities: {
    Place: ["Decisions in eight weeks", "No complaint about a street twice"],
    Homes: ["Repairs right first time"],
  },
  purposes: `
Applications: We decide on plans within eight weeks, so that [people who build] can begin. >1
Street cleaning: We sweep every street once a week, so that [residents] are proud of it. >>1
Repairs: We mend homes at the first visit, so that [tenants] are warm and safe. >1
Tenancy support: We help [tenants] through hard months, so that they keep their home. >1
Housing options: We find [people without a home] a safe one. >>1
Contact centre: We settle what [callers] ask while they are on the line.
Benefits: We pay rightly and quickly, so that [people on low incomes] can plan their week.
Finance: We show [councillors and taxpayers] where each pound goes.
`,
};

/** One with nothing written down, one with all that was promised. */
export const wrenfieldNewcomers: readonly Newcomer[] = [
  { team: "Street cleaning", name: "Milo Haverstock", afterWave: 1, support: null, signIn: null },
  {
    team: "Tenancy support",
    name: "Ottilie Brannan",
    afterWave: 1,
    support: { mentor: "Skye Harrowden", firstTraining: 20, secondTraining: 60, checkInDaysAgo: 9 },
    signIn: null,
  },
];

export const wrenfieldMeasures: readonly StoryMeasure[] = [
  {
    title: "Service rating (fictional)",
    kind: "delivery_rating",
    scale: "of 5",
    source: "Wrenfield Service Review, a fictional yearly rating. Made up for this demo",
    licence: "Made up. Free to copy, of no use outside the demo",
    values: { Place: [4, 3, 3], Homes: [3, 3, 4], Resources: [4, 4, 4] },
  },
];
