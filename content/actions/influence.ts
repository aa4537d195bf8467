import type { LeadAction } from "./schema.ts";

const of = { side: "lead", verb: "influence" } as const;

export const INFLUENCE: readonly LeadAction[] = [
  {
    ...of,
    id: "influence-let-them-settle",
    title: "Let people settle small things themselves",
    when: "People wait for your yes on matters they know better than you.",
    first: "From Monday you settle these five things without me. If one goes wrong, we look at it together.",
    steps: [
      "List the questions you were asked last week.",
      "Mark those where your answer added nothing.",
      "Hand these over, with the one limit that must hold.",
    ],
    destination: "People decide what they know best, and you hear of it afterwards.",
    weeks: 3,
  },
  {
    ...of,
    id: "influence-shape-the-change",
    title: "Open one part of a change to the team",
    when: "A change is fixed from above, and people feel that it is done to them.",
    first: "The date and the aim are fixed. How we do it here is ours to shape, and I want your ideas by Friday.",
    steps: [
      "Mark what is fixed, what is open, and what you do not know.",
      "Ask two people to lead on the open part.",
      "Use at least one idea and say whose it was.",
    ],
    destination: "The team can point to a part of the change that is its own.",
    weeks: 4,
  },
  {
    ...of,
    id: "influence-carry-it-up",
    title: "Carry one problem up the line and report back",
    when: "The same complaint comes back, and it cannot be settled in the team.",
    first:
      "You have told me this three times. I am taking it to my leader this week, and this is the sentence I will use.",
    steps: [
      "Agree with the team on one sentence that says what you need.",
      "Ask for help, with a date by which you need an answer.",
      "Bring back the answer word for word, also when it is no.",
    ],
    destination: "People see that their problem went up and an answer came down.",
    weeks: 3,
  },
  {
    ...of,
    id: "influence-quiet-first",
    title: "Hear the quiet ones first",
    when: "The same few people speak in every meeting.",
    first: "Please take three minutes to write down your view. Then we hear everybody once before we discuss.",
    steps: [
      "Send the question out a day before the meeting.",
      "Go round the room, and speak last yourself.",
      "Say at the end which view changed your mind.",
    ],
    destination: "Decisions rest on what the whole team knows.",
    weeks: 2,
  },
  {
    ...of,
    id: "influence-partner-visit",
    title: "Visit the team that you depend on",
    when: "People talk about another team as the problem.",
    first: "We are going to spend an hour with them to learn what our work looks like from their side.",
    steps: [
      "Ask their supervisor for an hour and say what you want to learn.",
      "Take two people along, and bring one question each.",
      "Agree on one thing that each side will do differently.",
    ],
    destination: "Both teams know a name, a need and one thing that will change.",
    weeks: 3,
  },
  {
    ...of,
    id: "influence-try-for-a-month",
    title: "Try one idea from the team for a month",
    when: "Good ideas are talked about and never tried.",
    first: "We will try your idea for four weeks. If it helps we keep it, and if not we stop and know more.",
    steps: [
      "Let the team choose one idea that needs no money and no permission.",
      "Agree on how you will tell whether it helped.",
      "After four weeks keep, change or stop it, together.",
    ],
    destination: "People have seen an idea go from talk to a decision.",
    weeks: 5,
  },
  {
    ...of,
    id: "influence-teach-each-other",
    title: "Let one person teach another each week",
    when: "People doubt that they can do what will be asked of them.",
    first: "Each of you can do something that others want to learn. Let us use half an hour a week for it.",
    steps: [
      "Ask each person what they could teach and would like to learn.",
      "Pair them, and keep half an hour a week free of other work.",
      "After a month, ask what people can do now that they could not.",
    ],
    destination: "People feel ready because a colleague showed them how.",
    weeks: 6,
  },
  {
    ...of,
    id: "influence-decide-with-reasons",
    title: "Say who decides before the talk begins",
    when: "People give their view and then find that it was decided already.",
    first: "On this one I decide, and I want your view first. On the next one you decide, and I will support it.",
    steps: [
      "Before each topic, say who decides and by when.",
      "Collect views, and repeat them until people feel understood.",
      "Tell the team the decision and what tipped it.",
    ],
    destination: "Nobody is surprised by who decided, or why.",
    weeks: 2,
  },
];
