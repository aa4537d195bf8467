import { z } from "zod";

/**
 * What each command did, in the words of the glossary, for the audit page and its files. A test holds this list and the
 * commands of server/modules together.
 */
const ACTIONS = {
  "assessment.close-part": "Finished a part of an assessment",
  "assessment.record": "Recorded an assessment",
  "assessment.save": "Saved a draft of an assessment",
  "assessment.save-note": "Wrote a private note",
  "audit.export": "Took a copy of the audit",
  "call.check": "Checked what a team needs",
  "call.decide": "Decided on a call",
  "decision.remove": "Took a decision off a team's page",
  "decision.write": "Told a team what was decided",
  "certificate.end-link": "Ended a link to a certificate",
  "certificate.share": "Made a link to a certificate",
  "help.answer": "Answered a request for help",
  "help.ask": "Asked for help",
  "help.pass-up": "Passed up a request that was not answered in time",
  "help.withdraw": "Took back a request for help",
  "import.apply": "Asked for an import",
  "import.check": "Checked a file of past results",
  "import.discard": "Discarded a file of past results",
  "import.expire": "Deleted a file that was not used in time",
  "import.finish": "Uploaded a file of past results completely",
  "import.receive": "Uploaded a file of past results",
  "import.start": "Began to upload past results",
  "import.store": "Imported past results",
  "import.withdraw": "Withdrew an import",
  "note.redact": "Took words out of a note",
  "measure.apply": "Imported figures of another measure",
  "measure.remove": "Took another measure away",
  "organisation.create": "Created this organisation",
  "organisation.found": "Created another organisation",
  "organisation.settings": "Changed the settings",
  "overview.look": "Looked at the overview",
  "person.add": "Added a person",
  "person.invite": "Made a new link to sign in",
  "person.join": "Joined with an existing sign-in",
  "person.reinstate": "Let a person in again",
  "person.suspend": "Suspended a person",
  "priority.state": "Stated the priorities of a unit",
  "release.export-totals": "Took a copy of the totals",
  "release.publish": "Published results",
  "release.raise-k": "Raised k for results that were held back",
  "release.withdraw": "Withdrew published results",
  "role.assign": "Gave a role",
  "role.name-deputy": "Named a deputy",
  "role.revoke": "Took a role back",
  "structure.apply": "Applied a file of the structure",
  "team.approve": "Said yes to a new team",
  "team.decline": "Said no to a new team",
  "team.edit": "Changed a team",
  "team.register": "Registered a team",
  "team.supervisor": "Named the supervisor of a team",
  "unit.close": "Closed a unit or team",
  "unit.create": "Created a unit",
  "unit.merge": "Merged a unit or team into another",
  "unit.move": "Moved a unit or team",
  "unit.rename": "Renamed a unit or team",
  "member.add": "Put somebody on a list",
  "member.end": "Took somebody off a list",
  "member.import": "Imported lists of team members",
  "wave.agree-together": "Agreed to report together",
  "wave.close": "Closed a wave",
  "wave.close-pulse": "Closed a pulse",
  "wave.confirm-list": "Confirmed a list",
  "wave.create": "Planned a wave",
  "wave.delete-answers": "Deleted the answers of a wave, as promised",
  "wave.edit-pulse": "Changed a planned pulse",
  "wave.group": "Let teams report together",
  "wave.launch": "Launched a pulse",
  "wave.open": "Opened a wave",
  "wave.open-pulse": "Opened a pulse",
  "wave.plan-next": "Planned the next pulse",
  "wave.plan-pulse": "Planned a pulse",
  "wave.propose-together": "Proposed to report together",
  "wave.rehearse": "Made a rehearsal",
  "wave.remind": "Reminded everybody",
  "wave.remove": "Removed a planned wave",
  "wave.rename": "Renamed a planned wave",
  "wave.reopen-list": "Took back the confirmation of a list",
  "wave.seal": "Sealed the answers of a pulse",
  "wave.set-cadence": "Said how often waves are planned",
  "wave.ungroup": "Let teams report each for itself",
  "wave.withdraw": "Withdrew a wave",
} as const;

const SECURITY = {
  refused: "Was refused: not in their part of the organisation",
  not_found: "Asked for something that is not there for them",
  signed_in: "Signed in",
  signed_out: "Signed out",
  sessions_revoked: "Signed out everywhere else",
  password_set: "Chose a password",
  organisation_created: "The operator created this organisation",
  organisation_suspended: "The operator suspended this organisation",
  organisation_reinstated: "The operator let this organisation in again",
} as const;

const FACTS = {
  name: "Name",
  code: "Code",
  kind: "Kind",
  status: "State",
  parent: "Above it",
  role: "Role",
  unit: "Unit or team",
  supervisor: "Supervisor",
  person: "Person",
  email: "E-mail address",
  headcount: "People in the team",
  workingPattern: "Working pattern",
  startsOn: "First day",
  endsOn: "Last day",
  deputyOf: "Stands in for",
  label: "Label",
  k: "k",
  source: "Source",
  slug: "Address",
  teamRegistration: "New teams",
  zone: "Time zone",
  hrContact: "HR contact",
  mergedInto: "Merged into",
  file: "File",
  rows: "Rows",
  units: "Units",
  created: "Created",
  renamed: "Renamed",
  moved: "Moved",
  closed: "Closed",
  reason: "Reason",
  part: "Part",
  revision: "Version",
  answers: "Answers",
  hidden: "Not shown",
  verdict: "Check",
  reports: "Reports",
  opensAt: "Opens",
  closesAt: "Closes",
  deletesOn: "Answers deleted on",
  people: "People",
  teams: "Teams",
  cadence: "How often",
  receipt: "Receipt",
  rehearsal: "Rehearsal",
} as const;

/** Values that are codes elsewhere. */
const VALUES = {
  hr_admin: "HR admin",
  senior_leader: "Senior leader",
  supervisor: "Supervisor",
  member: "Team member",
  active: "active",
  suspended: "suspended",
  live: "live at once",
  approve: "after HR's yes",
  waiting: "waiting",
  answered: "answered",
  withdrawn: "taken back",
  yes_by: "yes, by a date",
  in_part: "in part",
  no_because: "no, because",
  not_mine: "not mine: pass up",
  overdue: "not answered in time",
} as const;

/** What a refused procedure belongs to: the first word of its name, as the pages call it. */
const PARTS = {
  account: "Their account",
  assessments: "Assessments",
  audit: "Audit",
  certificates: "Certificate",
  calls: "Calls",
  coverage: "Coverage",
  decisions: "Decisions and priorities",
  help: "Help asked",
  imports: "Import past results",
  installation: "This installation",
  notes: "Notes",
  measures: "Other measures",
  organisations: "Organisations",
  overview: "Overview",
  people: "People and roles",
  register: "Structure and teams",
  releases: "Publishing results",
  results: "Results",
  settings: "Settings",
  structure: "Structure",
  teams: "Teams",
  units: "Structure",
  waves: "Waves",
  members: "Team members",
  outbox: "Mails",
} as const;

/** Every list once, with its shape held. */
export const AUDIT_WORDS = z
  .object({
    actions: z.record(z.string(), z.string().min(1)),
    security: z.record(z.string(), z.string().min(1)),
    facts: z.record(z.string(), z.string().min(1)),
    values: z.record(z.string(), z.string().min(1)),
    parts: z.record(z.string(), z.string().min(1)),
  })
  .parse({ actions: ACTIONS, security: SECURITY, facts: FACTS, values: VALUES, parts: PARTS });

const FACT_NAMES = Object.keys(FACTS);

/** A command without words yet is shown by its name rather than not at all. */
export const actionWords = (action: string): string => AUDIT_WORDS.actions[action] ?? action;
export const securityWords = (kind: string): string => AUDIT_WORDS.security[kind] ?? kind;
/** "people.list" as "People and roles". */
export const partWords = (procedure: string): string => AUDIT_WORDS.parts[procedure.split(".")[0] ?? ""] ?? procedure;
/** Facts in the order of the list above: the database keeps none. */
export const factOrder = (a: string, b: string): number => FACT_NAMES.indexOf(a) - FACT_NAMES.indexOf(b);
export const factWords = (name: string): string => AUDIT_WORDS.facts[name] ?? name;

export function valueWords(value: string | number | boolean | null): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return AUDIT_WORDS.values[String(value)] ?? String(value);
}
