import type { Story } from "../story.ts";

const AREAS =
  "Adult care,Children,Education,Housing,Planning,Highways,Waste,Public health,Libraries,Culture,Transport,Economy,Regulation,Customer contact,Technology,Finance,People,Law,Property,Climate";
const SERVICES = "North,South,East,West,Central,Coast,Valley,Riverside,Programmes";
const TEAMS = "Assessment,Casework,Reviews,Visits,Scheduling,Advice,Quality,Support,Field,Data";

/** Units and teams below the organisation itself. */
export const LARGE_UNITS = 2000;

/** Twenty areas of nine services with ten teams each: 2,000 units and teams in all. */
function outline(): string {
  const lines: string[] = [];
  const services = SERVICES.split(",");
  for (const [a, area] of AREAS.split(",").entries()) {
    lines.push(`A${String(a + 1).padStart(2, "0")} ${area}`);
    for (const [s, service] of services.entries()) {
      lines.push(`  ${area} ${service.toLowerCase()}`);
      const place = `${area} ${service.toLowerCase()}`;
      for (const [t, team] of TEAMS.split(",").entries()) {
        lines.push(`    ${team}, ${place} ${4 + ((a * 7 + s * 5 + t * 3) % 13)}`);
      }
    }
  }
  return lines.join("\n");
}

/** One organisation as large as the heatmap has to bear; for the bench. */
export const large: Story = {
  slug: "fenmarch",
  name: "Fenmarch Combined Authority",
  domain: "fenmarch.example",
  outline: outline(),
  closedWaves: 4,
  assessedFrom: 3,
  shifts: [
    { units: ["Housing"], axis: "direction", byWave: [0, 8, 16, 6, 2], on: ["D2", "D4"] },
    { units: ["Planning"], axis: "delivery", byWave: [4, 10, 16, 20, 20], on: ["E5"] },
    { units: ["Waste", "Finance"], axis: "direction", byWave: [8, 8, 9, 9, 9] },
    { units: ["Highways"], axis: "direction", byWave: [9, 10, 10, 11, 11] },
    { units: ["Highways"], axis: "delivery", byWave: [12, 13, 13, 14, 14] },
  ],
  events: [{ units: ["Planning"], wave: 3, kind: "growing_backlog", flag: "backlog_growing" }],
  asked: [],
  silent: [],
  reorganisation: {
    afterWave: 1,
    moves: [{ unit: "Waste valley", to: "Climate" }],
    merge: { unit: "Culture programmes", into: "Libraries programmes", renamed: "Libraries and culture programmes" },
  },
  accounts: [
    { name: "Greta Sandwell", address: "greta.sandwell", role: "hr_admin", at: null, title: "HR admin" },
    { name: "Amos Leverton", address: "amos.leverton", role: "senior_leader", at: null, title: "Senior leader" },
    {
      name: "Tess Marrable",
      address: "tess.marrable",
      role: "supervisor",
      at: "Casework, Housing north",
      title: "Supervisor",
    },
  ],
  leaders: {},
  plan: null,
  today: null,
};
