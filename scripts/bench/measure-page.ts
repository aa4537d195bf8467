import { gunzipSync } from "node:zlib";
import { DEMO_PASSWORD } from "#db/seed/plant/accounts.ts";
import type { Figure } from "./figures.ts";
import { createClient, type Reply, signIn } from "./http.ts";
import type { Organisation } from "./organisations.ts";
import { type Amounts, inTurns } from "./repeat.ts";
import type { Stand } from "./stand.ts";

/** Compressed, as every browser asks for it. */
const COMPRESSED = { "accept-encoding": "gzip" };

/**
 * The heatmap's page for one user, from the request to the last byte of its HTML, against the emptiest page there is: the
 * same layout, providers and headers, but no session, no organisation and no data.
 */
export async function measurePage(
  stand: Stand,
  organisation: Organisation,
  units: string,
  amounts: Amounts,
): Promise<Figure[]> {
  const client = createClient(stand.port, 1);
  try {
    const cookie = await signIn(client, organisation.leader, DEMO_PASSWORD);
    const path = `/o/${organisation.slug}/results`;
    const page = () => client.send("GET", path, { headers: { ...COMPRESSED, cookie } });
    const empty = () => client.send("GET", "/sign-in", { headers: COMPRESSED });
    const health = () => client.send("GET", "/api/health");
    const html = htmlOf(await page());
    if (!html.includes("</html>") || !html.includes(organisation.planted.cast.teams.at(-1)?.name ?? "")) {
      throw new Error(`${path} does not hold the whole heatmap`);
    }
    const [full = 0, bare = 0, pulse = 0] = await inTurns([page, empty, health], {
      repetitions: amounts.repetitions,
      runs: amounts.requests,
    });
    const size = Math.round(Buffer.byteLength(html) / 1000).toLocaleString("en-GB");
    return [
      {
        name: `heatmap page, ${units}, complete HTML (${size} kB)`,
        unit: "ms",
        measured: full,
        raw: { value: bare, what: "/sign-in: an empty page" },
        target: { below: 400 },
      },
      {
        name: `heatmap page, ${units}, against an empty route`,
        unit: "ms",
        measured: full,
        raw: { value: pulse, what: "/api/health: no page, one `select 1`" },
        target: null,
      },
    ];
  } finally {
    client.close();
  }
}

function htmlOf({ status, headers, body }: Reply): string {
  if (status !== 200) throw new Error(`a page answered with HTTP ${status}`);
  return (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
}
