import type { StoryNotes } from "../story.ts";

/** What people of the office wrote: too few in any one group, so all of it stands at the office as a whole. */
export const coastalNotes: StoryNotes = {
  "Grants and programmes": [
    "The grants policy is right. It came with no one to answer questions.",
    "Claims wait for a form that three teams want to see.",
    "I would rather hear a no than nothing.",
    "The move of the data team made sense to everybody but the data team.",
    "We need one list of what is waiting.",
  ],
  "Evidence and forecasting": [
    "My team is small, and I value that our answers are counted with a larger group.",
    "Field days are planned around the vans.",
    "Somebody should own the shared mailbox.",
  ],
  "Regulation and advice": [
    "The director came to the site. It made a difference.",
    "It is never said which of the three priorities comes first.",
    "Half of my week is chasing signatures.",
    "I know what to do on Monday. In spring I did not.",
    "Two systems, two passwords, the same claim.",
  ],
};
