import type { LeadAction } from "./schema.ts";

const of = { side: "lead", verb: "trust" } as const;

export const TRUST: readonly LeadAction[] = [
  {
    ...of,
    id: "trust-what-i-know",
    title: "Say what you know, what you do not, and when you will",
    when: "Rumours run ahead of the facts.",
    first:
      "This is what I know today, and this is what I do not. On Thursday I will tell you more, even if it is nothing.",
    steps: [
      "Write three short lists: known, not known, not mine to say.",
      "Read them to the whole team at the same time.",
      "Come back on the day you named, every time.",
    ],
    destination: "People hear news from you first and believe it.",
    weeks: 2,
  },
  {
    ...of,
    id: "trust-close-the-loop",
    title: "Answer everything that was raised last month",
    when: "People have stopped raising things because nothing came back.",
    first: "You raised six things last month. Here is what happened to each, also where the answer is no.",
    steps: [
      "Collect what was raised, from notes and memory, on one page.",
      "Give each one an answer: done, started, passed on, or no because.",
      "Put the page where everybody can see it, and date it.",
    ],
    destination: "People see that raising something leads to an answer.",
    weeks: 2,
  },
  {
    ...of,
    id: "trust-own-a-mistake",
    title: "Own up to a decision that did not work",
    when: "Something you decided made work harder, and everybody knows it.",
    first: "I decided this in May and should have asked you first. This is what I am changing.",
    steps: [
      "Say what you decided and what it led to, without excuses.",
      "Ask what it cost people, and listen to the end.",
      "Change one thing within a week and say that you did.",
    ],
    destination: "It is safe to say that something did not work.",
    weeks: 1,
  },
  {
    ...of,
    id: "trust-one-to-one",
    title: "Give each person half an hour, with no list",
    when: "You talk with people about tasks only.",
    first: "This half hour is yours. I have no list. What should I know about your work that I do not?",
    steps: [
      "Put half an hour for each person in the diary and keep it.",
      "Ask, then wait; write down what you promise and nothing else.",
      "Do one thing that each person asked for, or say why not.",
    ],
    destination: "Everybody has been heard this month, and can name one result.",
    weeks: 4,
  },
  {
    ...of,
    id: "trust-show-the-reasons",
    title: "Show how a decision was made",
    when: "A decision came from above and people do not believe the reasons.",
    first: "I will tell you what was weighed up, what I argued for, and why it went the other way.",
    steps: [
      "Find out which options there were and why they fell.",
      "Tell the team, including what you do not know.",
      "Ask what would have to be true for this to work here.",
    ],
    destination: "People may disagree, and still know the real reasons.",
    weeks: 2,
  },
  {
    ...of,
    id: "trust-credit-by-name",
    title: "Pass on credit to those who earned it",
    when: "Good work goes up the line without the names of those who did it.",
    first: "I told the director about this work on Monday, and named the two people who did it.",
    steps: [
      "Keep a short list of who did what, as it happens.",
      "Name people when you report upwards, if they are happy with it.",
      "Tell them what you said, and what came back.",
    ],
    destination: "People know that their work is seen beyond the team.",
    weeks: 3,
  },
  {
    ...of,
    id: "trust-ask-for-bad-news",
    title: "Ask for the bad news early",
    when: "Problems reach you late, when little can be done.",
    first: "If something is going wrong, I want to hear it half-finished. I will thank you and help.",
    steps: [
      "Ask at each meeting what may go wrong next, and wait.",
      "When somebody brings bad news, thank them before anything else.",
      "Show within two days what you did with it.",
    ],
    destination: "You hear of trouble while there is time to act.",
    weeks: 4,
  },
  {
    ...of,
    id: "trust-keep-small-promises",
    title: "Keep a list of small promises",
    when: "Small things that you said you would do have slipped.",
    first: "I keep a list of what I have promised you. Three are late, and here is when you will have each.",
    steps: [
      "Write down each thing you said you would do, however small.",
      "Do the oldest three this week, or take them back openly.",
      "Promise less from now on, and read the list every Friday.",
    ],
    destination: "When you say that you will do something, people count on it.",
    weeks: 3,
  },
];
