import type { HelpStory } from "../plant/plant-help.ts";

/**
 * Planning's leader has answered once and is asked again; housing repairs was not answered in time, so its request has gone
 * up to the chief executive. Addresses are of people with a sign-in.
 */
export const NORTHBRIDGE_HELP: HelpStory = {
  asked: [
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 41,
      question:
        "Drawings arrive in nine formats and we retype the measurements. Can somebody decide on one format and tell the agents?",
      answer: {
        by: "ruth.adeyanju",
        daysAgo: 34,
        dueInDays: 24,
        sentence: "Agents are told this month. From then on we return anything that is not in the one format.",
      },
    },
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 6,
      question:
        "Two of eight posts have been empty since June. May we fill one of them before spring, or should we stop checking minor works?",
      answer: null,
    },
    {
      by: "callum.eastrow",
      team: "Housing repairs",
      daysAgo: 20,
      question:
        "Our vans and the call centre use two diaries that disagree. We need one person who may decide which of them holds.",
      answer: null,
    },
  ],
  priorities: [
    {
      by: "gwen.hathersall",
      unit: null,
      words: [
        "Homes that are safe, warm and mended",
        "An answer within ten working days",
        "Fewer moves for children in care",
      ],
    },
    {
      by: "ruth.adeyanju",
      unit: "Planning and growth",
      words: ["A decision in time", "A local plan that people know"],
    },
  ],
  decisions: [
    {
      by: "callum.eastrow",
      team: "Housing repairs",
      daysAgo: 26,
      said: "The rota comes out on Friday for the Monday after.",
      decided: "From this month it is out two weeks ahead. Swaps are agreed between you and only noted by me.",
    },
    {
      by: "callum.eastrow",
      team: "Housing repairs",
      daysAgo: 61,
      said: "Nobody tells us what became of a job that we reported.",
      decided: "Every Thursday we look at what was reported and say who has it now.",
    },
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 30,
      said: "We check the same fee three times.",
      decided: "It is checked once, on arrival. We look in January at whether anything was missed.",
    },
  ],
};
