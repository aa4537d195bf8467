import type { ManageAction } from "./schema.ts";

const of = { side: "manage", verb: "standards" } as const;

export const STANDARDS: readonly ManageAction[] = [
  {
    ...of,
    id: "standards-same-case-twice",
    title: "Let two people do the same case",
    when: "The same job comes out differently, depending on who does it.",
    first: "Give one case to two people, each on their own, and lay the results side by side.",
    steps: [
      "Mark each difference that the person at the other end would notice.",
      "Agree on one way for the two that matter most.",
      "Do the same with another case in a month.",
    ],
    protects: "People get the same answer, whoever handles their case.",
    weeks: 5,
  },
  {
    ...of,
    id: "standards-one-page-guide",
    title: "Write the job down on one page",
    when: "People learn the job by asking around, and each learns it differently.",
    first: "Ask two people to explain the job to you, and note where they differ.",
    steps: [
      "Let the person who does it most write one page.",
      "Let somebody who has never done it work from the page.",
      "Mend the page where they got stuck, and date it.",
    ],
    protects: "The job can be done well by somebody who is new to it.",
    weeks: 3,
  },
  {
    ...of,
    id: "standards-handover-list",
    title: "Use five questions at every handover",
    when: "Things get lost when work passes from one person to the next.",
    first: "Take the last three things that were lost, and see at which handover they went missing.",
    steps: [
      "Write five questions that each handover has to answer.",
      "Use them for two weeks, on paper, at every handover.",
      "Take out the question that never helped.",
    ],
    protects: "Nothing is missed when work changes hands.",
    weeks: 3,
  },
  {
    ...of,
    id: "standards-good-example",
    title: "Show one good example and say why",
    when: "People hear that quality varies, and do not know what good looks like.",
    first: "Choose three finished pieces of work and ask the team which is best, before you say anything.",
    steps: [
      "Agree on the three things that make the best one good.",
      "Keep it as the example, with the three things beside it.",
      "Look at one new piece against it each week.",
    ],
    protects: "Good work is something that people can look at and copy.",
    weeks: 4,
  },
  {
    ...of,
    id: "standards-right-first-time",
    title: "Find out why work is done again",
    when: "A good part of the work is repeated or sent back.",
    first: "Look at the last twenty items that came back, and sort them by the reason why.",
    steps: [
      "Take the most common reason and go to where it begins.",
      "Change the form, the question or the step that causes it.",
      "Count again after a month.",
    ],
    protects: "People get the right result at the first attempt.",
    weeks: 5,
  },
  {
    ...of,
    id: "standards-answer-by",
    title: "Set a time for a first answer",
    when: "Some people hear from you in a day, and others in a month.",
    first: "Take twenty requests from last month and count the days until each had a first answer.",
    steps: [
      "Agree on a time that you can keep nine times out of ten.",
      "Tell people what it is when they ask for something.",
      "Look every week at those that were missed, and at why.",
    ],
    protects: "People know when they will hear from you, and they do.",
    weeks: 4,
  },
];
