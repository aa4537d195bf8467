import { z } from "zod";

const Step = z.object({ minutes: z.number().int().min(1), title: z.string(), say: z.string(), after: z.string() });

/**
 * Fifteen minutes in a team meeting, for teams that are too small to see a result of their own, and for any other. Nobody is
 * asked to say what they answered.
 */
export const CONVERSATION_GUIDE = z
  .object({
    title: z.string(),
    before: z.array(z.string()),
    steps: z.array(Step),
    after: z.array(z.string()),
    never: z.array(z.string()),
  })
  .parse({
    title: "Ask the same thing in your team meeting: fifteen minutes",
    before: [
      "Tell your team a day ahead what you will ask, and that nobody has to speak.",
      "Choose one statement of meaning and one of structure from the list below. Two are enough for a quarter of an hour.",
      "If you supervise the team, ask somebody else to keep the time, so that you can listen.",
    ],
    steps: [
      {
        minutes: 2,
        title: "Why we talk",
        say: "“Few of us can be shown as a group, so I would rather ask you. I am not asking what anybody answered.”",
        after: "Read out both statements, twice.",
      },
      {
        minutes: 3,
        title: "Each for themselves",
        say: "“When was this true in the last four weeks? When was it not?”",
        after: "Everybody writes down one example of each, for themselves only. Nobody collects the notes.",
      },
      {
        minutes: 5,
        title: "In pairs",
        say: "“Tell each other one example. What made the difference?”",
        after: "Pairs agree on one thing that helped and one that stood in the way. Three people are a pair too.",
      },
      {
        minutes: 3,
        title: "Together",
        say: "“What stood in the way most often?”",
        after: "Each pair names one thing. Write them where everybody can see them. Do not explain and do not defend.",
      },
      {
        minutes: 2,
        title: "One thing",
        say: "“Which one can we settle ourselves, and who will do it by when? Which one do we ask for help with?”",
        after:
          "Write one action with a name and a date, or one request to the leader above. Say when you will report back.",
      },
    ],
    after: [
      "Put the action into the plan the same day: one owner, one date.",
      "Say at the next meeting what became of it, also when it did not work.",
    ],
    never: [
      "Do not ask for a show of hands on a statement: in a small team that is an answer with a name.",
      "Do not keep a list of who said what.",
      "Do not compare your team with another one.",
    ],
  });
