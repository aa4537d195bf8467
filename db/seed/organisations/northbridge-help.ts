import type { HelpStory } from "../plant/plant-help.ts";

/**
 * All four answers: Planning's leader has said yes once, passed one request up that was refused there, and is asked again;
 * damp and mould was not answered in time, and got a part of it from the chief executive. Housing repairs was not answered
 * in time either, so its request waits there now. Addresses are of people with a sign-in.
 */
export const NORTHBRIDGE_HELP: HelpStory = {
  asked: [
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 41,
      question:
        "Drawings arrive in nine formats and we retype the measurements. Can somebody decide on one format and tell the agents?",
      answers: [
        {
          by: "ruth.adeyanju",
          daysAgo: 34,
          kind: "yes_by",
          dueInDays: 24,
          sentence: "Agents are told this month. From then on we return anything that is not in the one format.",
        },
      ],
    },
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 6,
      question:
        "Two of eight posts have been empty since June. May we fill one of them before spring, or should we stop checking minor works?",
      answers: [],
    },
    {
      by: "yasmin.thorley",
      team: "Validation",
      daysAgo: 88,
      question: "The fee table on the web is last year’s. May we change it ourselves, without a ticket each time?",
      answers: [
        {
          by: "ruth.adeyanju",
          daysAgo: 84,
          kind: "not_mine",
          sentence: "The web pages are not ours to open. I have passed this on.",
        },
        {
          by: "gwen.hathersall",
          daysAgo: 75,
          kind: "no_because",
          sentence: "Two people have to look at anything with a price. We agreed on one day for it instead of ten.",
        },
      ],
    },
    {
      by: "callum.eastrow",
      team: "Damp and mould response",
      daysAgo: 66,
      question: "We need four meters that log humidity for a week. Hiring them costs more each month than buying.",
      answers: [
        {
          by: "gwen.hathersall",
          daysAgo: 46,
          kind: "in_part",
          sentence: "Buy two now. The other two come out of next year’s money, if these are used every week.",
        },
      ],
    },
    {
      by: "callum.eastrow",
      team: "Housing repairs",
      daysAgo: 20,
      question:
        "Our vans and the call centre use two diaries that disagree. We need one person who may decide which of them holds.",
      answers: [],
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
      by: "callum.eastrow",
      team: "Damp and mould response",
      daysAgo: 15,
      said: "We come back three times because nobody has told the tenant what we need to see.",
      decided: "The tenant gets a list and a phone number with the date. We count second visits until March.",
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
