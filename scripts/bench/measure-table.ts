import { openClient } from "#db/client.ts";
import { DEMO_PASSWORD } from "#db/seed/plant/accounts.ts";
import { createContext } from "#server/api/context.ts";
import { appRouter } from "#server/api/root.ts";
import { enterOrganisation, mintScope } from "#server/authz/index.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { readTable } from "#server/modules/results/index.ts";
import type { Figure } from "./figures.ts";
import { createClient, signIn } from "./http.ts";
import type { Organisation } from "./organisations.ts";
import { recordStatements, replay } from "./recording.ts";
import { type Amounts, inTurns } from "./repeat.ts";
import type { Stand } from "./stand.ts";

/** Queries are short: so many for each page request of a repetition. */
const QUERIES_PER_REQUEST = 4;

/**
 * The heatmap's data: through session, membership, scope, policies, use-case and output contract, against the bare
 * statements on the release's cells as superuser, without policies or a transaction.
 */
export async function measureTable(stand: Stand, organisation: Organisation, amounts: Amounts): Promise<Figure[]> {
  const http = createClient(stand.port, 1);
  const raw = openClient(stand.superuserUrl, { max: 1, name: "bearing-bench" });
  try {
    const cookie = await signIn(http, organisation.leader, DEMO_PASSWORD);
    const headers = new Headers({ cookie });
    const throughRouter = async () =>
      appRouter.createCaller(await createContext(headers, organisation.slug)).results.table({});
    const { table } = await throughRouter();
    if (!table) throw new Error("nothing is published");

    const accountId = await accountOf(raw.sql, organisation.leader);
    const throughScope = () =>
      inTransaction({}, async (tx) => {
        const member = await enterOrganisation(tx, accountId, organisation.slug, systemClock);
        return readTable(mintScope(tx, accountId, member, "result:read", systemClock), {});
      });
    const statements = await recordStatements(throughScope);
    const cells = statements.filter(({ text }) => text.includes('from "release_cell"'));
    const everything = statements.filter(({ text }) => text.includes("release_"));
    if (cells.length === 0) throw new Error("no statement reads the release's cells");

    const works = [throughScope, throughRouter, () => replay(raw.sql, cells), () => replay(raw.sql, everything)];
    const [scope = 0, router = 0, bare = 0, all = 0] = await inTurns(works, {
      repetitions: amounts.repetitions,
      runs: amounts.requests * QUERIES_PER_REQUEST,
    });
    const rows = `${(table.rows.length + 1).toLocaleString("en-GB")} rows`;
    const what = `bare SQL on release_cell: ${cells.length} statements, superuser`;
    return [
      {
        name: `heatmap query through the scope, ${rows}`,
        unit: "ms",
        measured: scope,
        raw: { value: bare, what },
        target: { times: 2 },
      },
      {
        name: `the same with session and output contract, ${rows}`,
        unit: "ms",
        measured: router,
        raw: { value: bare, what },
        target: null,
      },
      {
        name: `all that it reads of the release, ${rows}`,
        unit: "ms",
        measured: all,
        raw: { value: bare, what },
        target: null,
      },
    ];
  } finally {
    http.close();
    await raw.close();
  }
}

async function accountOf(sql: ReturnType<typeof openClient>["sql"], email: string): Promise<string> {
  const [found] = await sql<{ id: string }[]>`select id from account where email = ${email}`;
  if (!found) throw new Error(`${email} has no account`);
  return found.id;
}
