import type { ManageAction } from "./schema.ts";

const of = { side: "manage", verb: "resources" } as const;

export const RESOURCES: readonly ManageAction[] = [
  {
    ...of,
    id: "resources-what-is-missing",
    title: "Find the tool or access that people lack",
    when: "People say that they do not have what they need to do the work properly.",
    first: "Ask each person what they waited for last week: a tool, a file, a password, a person or a decision.",
    steps: [
      "List what is missing, and what it costs in time.",
      "Get the two that cost most, this week if you can.",
      "Ask for help with the rest, with the cost beside it.",
    ],
    protects: "People spend their day on the work and not on getting ready for it.",
    weeks: 3,
  },
  {
    ...of,
    id: "resources-move-one-person",
    title: "Move help to where the queue is",
    when: "One part of the team is overloaded, and another part has room.",
    first: "Compare how much comes in and goes out for each kind of work over the last four weeks.",
    steps: [
      "Show the numbers to everybody, by kind of work.",
      "Agree who helps where, for how long, and what they drop.",
      "Look again after two weeks and move back what is no longer needed.",
    ],
    protects: "The oldest cases are seen to first, whoever usually does them.",
    weeks: 3,
  },
  {
    ...of,
    id: "resources-make-the-case",
    title: "Make the case for a vacant post",
    when: "A post has been empty for months, and the work is still expected.",
    first: "Write down what has not been done because of the empty post, in cases, days or money.",
    steps: [
      "Put on one page what the post does and what is left undone.",
      "Say what you will stop if it stays empty.",
      "Ask your leader for a yes, a date, or agreement to stop.",
    ],
    protects: "The team is not asked to do the work of a post that nobody fills.",
    weeks: 4,
  },
  {
    ...of,
    id: "resources-quiet-hours",
    title: "Keep two hours a day free of interruptions",
    when: "Work that needs thought is broken up all day.",
    first: "For two days, let people mark each time they are interrupted, and by what.",
    steps: [
      "Agree on two hours in which the team is not called or asked.",
      "Let one person take what cannot wait, in turn.",
      "After two weeks, compare how much was finished.",
    ],
    protects: "Difficult work is done with a clear head.",
    weeks: 3,
  },
  {
    ...of,
    id: "resources-share-a-skill",
    title: "Have at least two people for each key task",
    when: "One person holds the only key to a system or a skill.",
    first: "Write down each task and who can do it today without help. Mark those with a single name.",
    steps: [
      "Choose the two riskiest tasks with one name.",
      "Let a second person do each, with the first one beside them.",
      "Write the steps down on one page while they do it.",
    ],
    protects: "No task depends on one person being at work.",
    weeks: 6,
  },
  {
    ...of,
    id: "resources-drop-a-report",
    title: "Stop one report that nobody uses",
    when: "Time goes into reports, and cases wait.",
    first: "List every report and return that the team makes, and ask each reader what they did with the last one.",
    steps: [
      "Mark those that nobody could name a use for.",
      "Tell the readers that you will leave one out next month.",
      "If nobody misses it, stop it; if they do, make it shorter.",
    ],
    protects: "Time goes to those who rely on the service.",
    weeks: 5,
  },
  {
    ...of,
    id: "resources-one-place",
    title: "Keep what people look for in one place",
    when: "People ask each other every day where things are.",
    first: "Note for three days each question that begins with where, and count how often each comes up.",
    steps: [
      "Choose one place, and put the ten most wanted things there.",
      "Take away the old copies, or say on them that they are old.",
      "Name one person who keeps the place in order.",
    ],
    protects: "Everybody works from the same and latest version.",
    weeks: 3,
  },
];
