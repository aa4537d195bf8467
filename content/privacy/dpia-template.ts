import { BACKUP_DAYS } from "../promise.ts";
import type { Leaflet } from "./leaflet.ts";

/** What the product can say for the organisation; square brackets are what only the organisation knows. */
export const DPIA_TEMPLATE: Leaflet = {
  title: "Template for a data protection impact assessment",
  intro:
    "Copy it, fill in what stands in square brackets, and strike out what does not hold for you. It follows the steps that the Information Commissioner’s Office recommends. It is a help for your data-protection officer and no legal advice.",
  sections: [
    {
      heading: "1. Why an assessment",
      lines: [
        "The processing concerns people at work, who depend on their employer, and asks for opinions. We therefore assess it before the first wave. [Date, version, who wrote it.]",
      ],
    },
    {
      heading: "2. What is processed",
      lines: ["Nature, scope, context and purpose:"],
      list: [
        "People: name, work e-mail address, team, role. [Number of people and teams.] [Source, for example a staff directory.]",
        "Invitations of an open wave: who is invited, a hash of the link, whether it was used. Deleted at closing.",
        "Answers: up to eighteen statements on two scales and an optional note of up to 1,000 characters, without name, time, order or device.",
        "Assessments that supervisors give of their teams, with their names.",
        "Results: sums for groups, never of a person.",
        "Purpose: to see where teams are short of meaning or of structure, and to help. [Your own purpose.]",
        "Not processed: attendance, keystrokes, use of the system as a measure of work, special categories of data. A note may hold such data by accident: see the risks.",
      ],
    },
    {
      heading: "3. Who was asked",
      lines: [
        "[Staff side or unions: date and outcome.] [Data-protection officer: date and advice.] [Staff: how they were told.]",
        "The launch page records whether the wave was agreed with staff side.",
      ],
    },
    {
      heading: "4. Necessity and proportion",
      lines: [
        "Lawful basis: [public task, Article 6(1)(e), or legitimate interests, Article 6(1)(f)]. Consent is not used, because staff depend on their employer.",
        "Answers are deleted on the day named in the promise: [date]. Fewer statements would not tell the two risks apart; more are not asked. Blanks and not answering are allowed and have no consequence.",
        "Processor: [who runs the installation; contract; country]. Sub-processors: [mail provider, hosting].",
      ],
    },
    {
      heading: "5. Risks and what is done about them",
      lines: ["Rate each for likelihood and severity after the measure: [low, medium, high]."],
      list: [
        "An answer is linked to a person by key, time or order. Measure: one transaction that rewrites the whole bucket of a team in random order; no key, no time; tested by attack at every build.",
        `An answer is linked through the write-ahead log or a backup by somebody with full access. Measure: backups expire after ${BACKUP_DAYS} days; access to machines is [restricted to whom]; the promise names it. Remaining risk: [rating].`,
        "A small group is worked out by subtraction. Measure: results only for groups of k or more, a rule on all sums of the tree, a separate audit before each release, a certificate that can be run again.",
        "Extreme answers of a unanimous group give everybody away. Measure: extreme sums are moved inwards before they are stored.",
        "A note shows who wrote it or names somebody. Measure: a warning at the field, notes apart from answers and only from ten people, redaction by HR, recorded.",
        "Somebody is pressed to answer or punished for not answering. Measure: no list of who answered; reminders go to all. [Your policy.]",
        "A link is passed on or intercepted. Measure: it works once, holds no name and shows no results.",
        "Results are used against a supervisor. Measure: no ranking, no use for appraisal, notes and single answers of supervisors hidden from their line. [Your policy.]",
        "Another organisation on the same installation sees data. Measure: row-level security in the database beside the checks of the application.",
      ],
    },
    {
      heading: "6. Decision",
      lines: [
        "[Measures accepted by, date.] [Remaining risks accepted by, date.] [Advice of the data-protection officer followed or not, with the reason.] [Next review: before the first wave with a changed promise, and each year.]",
      ],
    },
  ],
};
