import type { StateName } from "#contracts/results.ts";
import type { StatementCode } from "#contracts/statements.ts";

/**
 * One question to take to the next visit of a unit: to listen, not to inspect. By its weakest statement where statements
 * are shown, else by its state. It never asks who said what.
 */
export const STATEMENT_QUESTIONS: Record<StatementCode, string> = {
  D1: "If somebody new asked what this team is for, what would you tell them?",
  D2: "What do you expect to change in your work over the next year, and what has nobody told you yet?",
  D3: "When two things are urgent, how do you know which one comes first?",
  D4: "Which of our decisions makes the least sense from where you stand?",
  D5: "When did your work last feel worth the effort, and what was different?",
  D6: "What would you need before the coming change reaches you?",
  E1: "What are you waiting for that we could get you this month?",
  E2: "On a Monday morning, how do you find out what has to be done by Friday?",
  E3: "Where does work get lost between you and the next team?",
  E4: "Which job has no name on it at the moment?",
  E5: "What makes work late here, most often?",
  E6: "Which job comes out differently depending on who does it?",
};

export const STATE_QUESTIONS: Record<StateName, string> = {
  steady: "What should we make sure not to break?",
  inspired_but_unreliable: "What gets in the way between a good idea and a finished job?",
  busy_but_unsure: "What do you do that nobody has explained the point of?",
  drifting: "If we could settle one thing for you this month, what should it be?",
};

/** Where nothing of the unit itself is shown. */
export const OPEN_QUESTION = "What should I know about your work that I could not read in a report?";
