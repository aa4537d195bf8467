import type { Newcomer } from "../practices.ts";

/**
 * Six supervisors in their first twelve months: two with all that they were promised, two with some of it, two with
 * nothing, of whom one has a sign-in. Days of support count from the first day in post.
 */
export const northbridgeNewcomers: readonly Newcomer[] = [
  {
    team: "Income recovery",
    name: "Farida Wexcombe",
    afterWave: 3,
    support: { mentor: "Callum Eastrow", firstTraining: 20, secondTraining: 75, checkInDaysAgo: 12 },
    signIn: null,
  },
  {
    team: "Reviews",
    name: "Edmund Trelisk",
    afterWave: 4,
    support: { mentor: "Lorna Pickersby", firstTraining: 14, secondTraining: 80, checkInDaysAgo: 34 },
    signIn: null,
  },
  {
    team: "Central library",
    name: "Saskia Mordiford",
    afterWave: 4,
    support: { mentor: null, firstTraining: 31, secondTraining: 90, checkInDaysAgo: 88 },
    signIn: null,
  },
  {
    team: "Attendance",
    name: "Joachim Ellerbee",
    afterWave: 5,
    support: { mentor: "Sunita Wragby", firstTraining: 25, secondTraining: null, checkInDaysAgo: null },
    signIn: null,
  },
  { team: "Carbon programme", name: "Tilly Brackenhow", afterWave: 4, support: null, signIn: null },
  {
    team: "Contact centre mornings",
    name: "Zadie Holcroft",
    afterWave: 5,
    support: null,
    signIn: "Supervisor, new in post",
  },
];
