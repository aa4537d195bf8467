import type { ManageAction } from "./schema.ts";

const of = { side: "manage", verb: "planning" } as const;

export const PLANNING: readonly ManageAction[] = [
  {
    ...of,
    id: "planning-monday-board",
    title: "Agree each Monday what will be done by Friday",
    when: "At the start of the week nobody can say what must be done by the end of it.",
    first: "Ask three people, one by one, what has to be finished by Friday. Compare their answers with yours.",
    steps: [
      "Meet for fifteen minutes each Monday, standing at one list.",
      "Write down at most ten results for the week, each with a name.",
      "On Friday mark what is done, and move the rest on purpose.",
    ],
    protects: "Work that was promised for this week gets done this week.",
    weeks: 4,
  },
  {
    ...of,
    id: "planning-name-and-date",
    title: "Put a name and a date on every open job",
    when: "Jobs are agreed in meetings, and later nobody knows whose they are.",
    first: "Take the notes of the last two meetings and count the jobs that have no name or no date.",
    steps: [
      "List every open job on one page.",
      "Give each one person, not two, and a day.",
      "End each meeting by reading out new jobs, names and days.",
    ],
    protects: "No job is lost because everybody thought it was somebody else’s.",
    weeks: 2,
  },
  {
    ...of,
    id: "planning-map-the-steps",
    title: "Draw the work from start to finish",
    when: "Work gets stuck, and each person sees only a part of it.",
    first: "Follow one piece of work that was late, and write down each step and each wait.",
    steps: [
      "Draw the steps on a wall with those who do them.",
      "Mark where work waits, and for whom.",
      "Take out one wait this week and measure again.",
    ],
    protects: "People who rely on you wait for work and not for its next step.",
    weeks: 3,
  },
  {
    ...of,
    id: "planning-fewer-at-once",
    title: "Work on fewer things at the same time",
    when: "Much is begun, and little gets finished.",
    first: "Count the pieces of work that are begun and not finished. Divide by how many you finish in a week.",
    steps: [
      "Agree on how many may be open at the same time.",
      "Finish or hand back what is above that number.",
      "Start something new only when something is done.",
    ],
    protects: "What has been begun is finished while it still matters.",
    weeks: 4,
  },
  {
    ...of,
    id: "planning-milestones-backwards",
    title: "Plan a deadline backwards in small steps",
    when: "A fixed date is coming, and the plan has only a start and an end.",
    first: "Ask what must be true one week before the date, and whether anybody has planned for it.",
    steps: [
      "Begin at the date and go back in steps of one week.",
      "Give each step a result that one can see, and a name.",
      "Look at the plan every week and say what has moved.",
    ],
    protects: "The date holds without a rush in the last week.",
    weeks: 6,
  },
  {
    ...of,
    id: "planning-cover",
    title: "Plan cover for leave and sickness",
    when: "Work stops when one person is away.",
    first: "Look at the next eight weeks of leave and mark the days on which only one person could do a task.",
    steps: [
      "List the tasks that only one person can do.",
      "Name a second person for each and let them do it once.",
      "Put the cover next to the leave list, for all to see.",
    ],
    protects: "The service goes on when somebody is away.",
    weeks: 6,
  },
  {
    ...of,
    id: "planning-decide-by",
    title: "Give every open decision a day",
    when: "Work waits because nobody has decided.",
    first: "List the decisions that work is waiting for, who should make them, and since when.",
    steps: [
      "Take those that are yours and decide two today.",
      "Give each of the others a person and a day.",
      "Pass up what you cannot decide, with what it costs to wait.",
    ],
    protects: "Work does not stand still for want of a yes or a no.",
    weeks: 2,
  },
];
