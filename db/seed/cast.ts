import { addressOf, makeNames } from "./names.ts";
import { type OutlineNode, parseOutline } from "./outline.ts";
import { type DemoAccount, emailAt, type Story } from "./story.ts";

export type CastTeam = OutlineNode & { headcount: number; supervisor: { name: string; email: string } };

/** A story with everybody in it. */
export type Cast = {
  story: Story;
  nodes: OutlineNode[];
  teams: CastTeam[];
  /** Of a node, by name: itself and everything below it at the first wave. */
  codesUnder(name: string): ReadonlySet<string>;
  codeOf(name: string): string;
};

/**
 * Gives every team of a story its supervisor: the account that is named for it, else somebody made up.
 * @throws Error when the story names a unit that its outline does not have
 */
export function castStory(story: Story): Cast {
  const nodes = parseOutline(story.outline);
  const byName = new Map(nodes.map((n) => [n.name, n]));
  if (byName.size !== nodes.length) throw new Error(`${story.slug}: two units share a name`);
  const codeOf = (name: string) => {
    const node = byName.get(name);
    if (!node) throw new Error(`${story.slug}: no unit is called "${name}"`);
    return node.code;
  };
  const under = new Map<string, ReadonlySet<string>>();
  const codesUnder = (name: string) => {
    const code = codeOf(name);
    const known =
      under.get(name) ?? new Set(nodes.map((n) => n.code).filter((c) => c === code || c.startsWith(`${code}-`)));
    under.set(name, known);
    return known;
  };

  const named = new Map<string, DemoAccount>();
  for (const account of story.accounts) {
    for (const team of account.role === "supervisor" ? [account.at ?? "", ...(account.also ?? [])] : []) {
      named.set(codeOf(team), account);
    }
  }
  const taken = new Set([...story.accounts.map((a) => a.name), ...Object.values(story.leaders)]);
  const teams = nodes.filter((n) => n.kind === "team");
  const names = makeNames(story.slug, teams.length, taken);
  return {
    story,
    nodes,
    codeOf,
    codesUnder,
    teams: teams.map((team, i) => {
      const account = named.get(team.code);
      const name = account?.name ?? names[i] ?? "";
      return {
        ...team,
        headcount: team.headcount ?? 0,
        supervisor: { name, email: emailAt(story, account?.address ?? addressOf(name)) },
      };
    }),
  };
}
