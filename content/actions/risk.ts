import type { ManageAction } from "./schema.ts";

const of = { side: "manage", verb: "risk" } as const;

export const RISK: readonly ManageAction[] = [
  {
    ...of,
    id: "risk-who-could-be-harmed",
    title: "Find the cases where waiting does harm",
    when: "There are more cases than you can handle, and some cannot wait.",
    first: "Go through the open cases and mark those where somebody could be worse off within two weeks.",
    steps: [
      "Agree on three signs that a case cannot wait.",
      "Check every new case for them on the day it comes in.",
      "See to these first, and tell your leader how many there are.",
    ],
    protects: "Those who could be harmed are seen first.",
    weeks: 2,
  },
  {
    ...of,
    id: "risk-top-five",
    title: "Keep a list of five things that could go wrong",
    when: "Trouble comes as a surprise, though somebody had seen it coming.",
    first: "Ask each person what is most likely to go wrong in the next month. Count what is named more than once.",
    steps: [
      "Write down five, each with an early sign.",
      "Give each a person who watches for the sign.",
      "Go through the list every second week and change it.",
    ],
    protects: "Trouble is met early by somebody who expects it.",
    weeks: 4,
  },
  {
    ...of,
    id: "risk-single-point",
    title: "Remove one single point of failure",
    when: "If one system, person or supplier failed, all would stop.",
    first: "Ask what would stop the service within a day if it were gone. Check whether there is a second way.",
    steps: [
      "Choose the one that would hurt most.",
      "Write down the second way, and try it once for real.",
      "Put the page where people will look on a bad day.",
    ],
    protects: "The service goes on through a bad day.",
    weeks: 5,
  },
  {
    ...of,
    id: "risk-learn-from-near-miss",
    title: "Look into one near miss a month",
    when: "Mistakes are caught just in time, and then forgotten.",
    first: "Ask what nearly went wrong last month and who noticed. Thank them, and write it down without names.",
    steps: [
      "Choose one near miss and go through what led to it.",
      "Ask what made the mistake easy to make.",
      "Change that one thing, and tell everybody why.",
    ],
    protects: "The same mistake is harder to make next time.",
    weeks: 4,
  },
  {
    ...of,
    id: "risk-check-the-checks",
    title: "Try out whether a check finds anything",
    when: "There are many checks, and nobody knows which of them protect anything.",
    first: "Take one check and count what it has found in the last three months.",
    steps: [
      "Ask what it was meant to protect, and for whom.",
      "If it found nothing, leave it out on a few cases and look.",
      "Keep it, change it or stop it, and write down why.",
    ],
    protects: "Checks guard what matters, and time is not spent on the others.",
    weeks: 6,
  },
  {
    ...of,
    id: "risk-stop-and-ask",
    title: "Agree on when to stop and ask",
    when: "People go on with a case although they are not sure, or ask about everything.",
    first: "Take the last three cases that went wrong and look for the moment at which somebody was unsure.",
    steps: [
      "Write down three signs at which anybody should stop and ask.",
      "Name whom to ask, and a second person for when they are away.",
      "Answer within the hour, and thank people for asking.",
    ],
    protects: "A doubt is voiced before it turns into a mistake.",
    weeks: 3,
  },
];
