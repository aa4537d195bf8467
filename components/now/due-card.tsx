import type { DueTeam } from "#contracts/assessments.ts";
import type { OwnTeamReading } from "#contracts/results-pages.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { nextStep } from "./due-words.ts";
import { LastReading } from "./last-reading.tsx";
import classes from "./now.module.css";

const PARTS = [
  { key: "part1", label: "Right now" },
  { key: "part2", label: "Your team" },
  { key: "part3", label: "Numbers, if to hand" },
] as const;

/** One team: what is due, and the assessments given before. */
export function DueCard({ org, team, reading }: { org: string; team: DueTeam; reading: OwnTeamReading | undefined }) {
  const next = nextStep(team);
  return (
    <section className={classes.card} aria-labelledby={`team-${team.teamId}`}>
      <div className={classes.top}>
        <h3 id={`team-${team.teamId}`}>{team.name}</h3>
        {next && (
          <LinkButton
            href={`/o/${org}/assess/${team.teamId}${next.part === 1 ? "" : `?part=${next.part}`}`}
            variant="default"
            aria-describedby={`team-${team.teamId}`}
          >
            {next.label}
          </LinkButton>
        )}
      </div>
      {team.due && (
        <ol className={classes.parts}>
          {PARTS.map(({ key, label }) => (
            <li key={key} data-done={team.due?.parts[key] || undefined}>
              <span aria-hidden="true">{team.due?.parts[key] ? "✓" : "○"}</span> {label}
              <span className="visually-hidden">{team.due?.parts[key] ? ", given" : ", not given yet"}</span>
            </li>
          ))}
        </ol>
      )}
      {team.joinedLater && <p className={classes.quiet}>Joined after this wave opened. It is part of the next one.</p>}
      <LastReading org={org} reading={reading} />
      {team.given.length > 0 && (
        <DataTable
          caption={<span className={classes.caption}>What you saw before</span>}
          columns={[
            { key: "label", header: "Wave", cell: (g) => g.label },
            { key: "closedOn", header: "Closed", cell: (g) => longDate(g.closedOn) },
            {
              key: "engagement",
              header: "Engagement risk",
              align: "end",
              cell: (g) => g.risks?.engagement ?? "Not given",
            },
            { key: "delivery", header: "Delivery risk", align: "end", cell: (g) => g.risks?.delivery ?? "Not given" },
          ]}
          rows={team.given}
          rowKey={(g) => g.waveId}
        />
      )}
    </section>
  );
}
