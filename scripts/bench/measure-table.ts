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
 * The heatmap's data at three depths, against the bare statements on the release's cells as superuser: without policies, a
 * transaction, or anybody who asks. The same statements with everything that keeps organisations and parts apart; the whole
 * use-case; and the procedure as a page calls it, from session to output contract.
 */
export async function measureTable(stand: Stand, organisation: Organisation, amounts: Amounts): Promise<Figure[]> {
  const http = createClient(stand.port, 1);
  const raw = openClient(stand.superuserUrl, { max: 1, name: "bearing-bench" });
  const app = openClient(stand.urls.app, { max: 1, name: "bearing-bench" });
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
    const tenant = statements.filter(({ text }) => text.includes("set_config"));
    if (cells.length === 0 || tenant.length === 0) throw new Error("the product reads its cells in another way");
    const underLocks = () => app.sql.begin((tx) => replay(tx, [...tenant, ...cells]));

    const works = [underLocks, throughScope, throughRouter, () => replay(raw.sql, cells)];
    const [query = 0, useCase = 0, procedure = 0, bare = 0] = await inTurns(works, {
      repetitions: amounts.repetitions,
      runs: amounts.requests * QUERIES_PER_REQUEST,
    });
    const rows = `${(table.rows.length + 1).toLocaleString("en-GB")} rows`;
    const figure = (name: string, measured: number, target: Figure["target"]): Figure => ({
      name: `${name}, ${rows}`,
      unit: "ms",
      measured,
      raw: { value: bare, what: `the same ${cells.length} statements on release_cell, superuser` },
      target,
    });
    return [
      figure("heatmap query through role, policies and scope", query, { times: 2 }),
      figure("heatmap use-case: entering, all its queries, rows made", useCase, null),
      figure("heatmap procedure: session to output contract", procedure, null),
    ];
  } finally {
    http.close();
    await raw.close();
    await app.close();
  }
}

async function accountOf(sql: ReturnType<typeof openClient>["sql"], email: string): Promise<string> {
  const [found] = await sql<{ id: string }[]>`select id from account where email = ${email}`;
  if (!found) throw new Error(`${email} has no account`);
  return found.id;
}
