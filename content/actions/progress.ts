import type { ManageAction } from "./schema.ts";

const of = { side: "manage", verb: "progress" } as const;

export const PROGRESS: readonly ManageAction[] = [
  {
    ...of,
    id: "progress-in-and-out",
    title: "Count what comes in and what goes out",
    when: "The backlog is felt, and nobody knows whether it grows.",
    first: "Count the cases that came in last week and those that were closed. Do it by hand if you must.",
    steps: [
      "Count both each Friday, in the same way.",
      "Draw two lines on one sheet that the team sees.",
      "When more comes in for three weeks, act or ask for help.",
    ],
    protects: "A growing queue is seen while it is still small.",
    weeks: 4,
  },
  {
    ...of,
    id: "progress-oldest-first",
    title: "Look at the ten oldest cases every week",
    when: "Average times look fine, and some people wait very long.",
    first: "Sort the open cases by age and read the ten oldest. Note what each one is waiting for.",
    steps: [
      "Set half an hour a week for the ten oldest.",
      "Give each the next step, a name and a day.",
      "Write down what made them old, and mend the most common cause.",
    ],
    protects: "Nobody is forgotten because their case is hard.",
    weeks: 5,
  },
  {
    ...of,
    id: "progress-ten-minutes",
    title: "Meet for ten minutes at the board",
    when: "People find out too late that work has got stuck.",
    first: "Ask where each open piece of work stands right now. Note how long it takes to find out.",
    steps: [
      "Put all open work on one board: to do, doing, stuck, done.",
      "Meet there three times a week, for ten minutes.",
      "Talk about what is stuck, and about nothing else.",
    ],
    protects: "Stuck work is freed within days.",
    weeks: 4,
  },
  {
    ...of,
    id: "progress-done-means-done",
    title: "Agree on what counts as done",
    when: "Work comes back because one person’s done is not another’s.",
    first: "Take five items marked as done last week and check what was still missing for the person who got them.",
    steps: [
      "Ask those who receive the work what they need.",
      "Write down at most five points that make it done.",
      "Check each piece against them for a month.",
    ],
    protects: "Work that is passed on can be used as it is.",
    weeks: 4,
  },
  {
    ...of,
    id: "progress-overdue-talk",
    title: "Go through everything that is overdue",
    when: "Dates pass, and nothing happens when they do.",
    first: "List all that is overdue, with the day it was due and the person who waits for it.",
    steps: [
      "Decide for each: do it now, set a new day, or drop it.",
      "Tell the person who waits what you have decided.",
      "Do the same every second week until the list is short.",
    ],
    protects: "A date given to somebody means something.",
    weeks: 4,
  },
  {
    ...of,
    id: "progress-one-measure",
    title: "Choose one measure the team can move",
    when: "There are many figures, and none helps to decide anything.",
    first: "Ask the team which figure it could change by its own work within four weeks. See whether you have it.",
    steps: [
      "Choose one figure, and write down how it is counted.",
      "Show it each week, with what you did that week.",
      "After six weeks keep it, or choose a better one.",
    ],
    protects: "Effort goes where it shows, and not where it is counted for others.",
    weeks: 6,
  },
];
