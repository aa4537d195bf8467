/**
 * What each aspect looks like in practice, as the help of its column: one line, the half of meaning and the half of
 * structure side by side, in the order of ASPECT_NAMES.
 */
export const ASPECT_HELP = [
  "People say the same when asked what the team is for. They have the tools, time and access to do it.",
  "People can name what will change this year. On Monday they know what is due by Friday.",
  "When two things are urgent, people choose the same one first. When work is passed on, nothing has to be asked twice.",
  "People can give the reason for a rule and think that it is the real one. Each open job has a name on it.",
  "People can say whom their work helps. What was promised for a day is there on that day.",
  "People have tried the new way before it starts. The same case has the same result, whoever handles it.",
] as const;
