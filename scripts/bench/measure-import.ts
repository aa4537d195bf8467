import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openClient } from "#db/client.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import type { SealedBatch } from "#server/modules/responses/index.ts";
import { root } from "../lib/paths.ts";
import { runTool } from "../lib/processes.ts";
import { type Figure, median } from "./figures.ts";
import { answersOf, importWave, type Organisation } from "./organisations.ts";
import { type Amounts, time } from "./repeat.ts";
import type { Stand } from "./stand.ts";

const BLANK = 255;

/**
 * Rows per second of an import that has been read and checked: wave, frozen tree and sealed answers in one transaction of
 * the app's role, against COPY of the same rows into a table without keys, indexes, checks or policies. Leaves its waves
 * sealed, for the releases.
 */
export async function measureImport(
  stand: Stand,
  organisation: Organisation,
  amounts: Amounts,
): Promise<{ figures: Figure[]; waveIds: string[] }> {
  const raw = openClient(stand.bareUrl, { max: 1, name: "bearing-bench" });
  const waveIds: string[] = [];
  const [sealed, copied]: [number[], number[]] = [[], []];
  let rows = 0;
  try {
    await raw.sql.unsafe(
      `create table bench_bare (org_id uuid, wave_id uuid, unit_id uuid, ${STATEMENT_CODES.map((code) => `${code} smallint`).join(", ")})`,
    );
    for (let turn = 0; turn < amounts.repetitions; turn += 1) {
      const batch = answersOf(organisation, turn, amounts.importRows);
      rows = batch.unitIds.length;
      const stored = await time(async () => {
        waveIds.push(await importWave(organisation, turn, batch));
      });
      sealed.push(rows / (stored / 1000));
      const lines = toLines(organisation.orgId, waveIds.at(-1) ?? "", batch);
      const took = await time(async () =>
        pipeline(Readable.from(lines), await raw.sql`copy bench_bare from stdin`.writable()),
      );
      copied.push(rows / (took / 1000));
      await raw.sql`truncate bench_bare`;
    }
  } finally {
    await raw.close();
  }
  const figure: Figure = {
    name: `import, ${rows.toLocaleString("en-GB")} answered rows sealed`,
    unit: "/s",
    measured: median(sealed),
    raw: { value: median(copied), what: "COPY of the same rows into a bare table" },
    target: null,
  };
  return { figures: [figure], waveIds };
}

/** Text for COPY in pieces of a thousand rows. */
function toLines(orgId: string, waveId: string, { unitIds, answers }: SealedBatch): Buffer[] {
  const pieces: Buffer[] = [];
  const width = STATEMENT_CODES.length;
  for (let at = 0; at < unitIds.length; at += 1000) {
    const lines = unitIds.slice(at, at + 1000).map((unitId, i) => {
      const own = answers.subarray((at + i) * width, (at + i + 1) * width);
      return `${orgId}\t${waveId}\t${unitId}\t${Array.from(own, (a) => (a === BLANK ? "\\N" : a)).join("\t")}\n`;
    });
    pieces.push(Buffer.from(lines.join("")));
  }
  return pieces;
}

/** The largest public file: 101,881 people in 234 units (FEVS 2018). Never committed; it lies beside the project. */
function findFevs(): string | undefined {
  const folder = join(process.env.BEARING_SHARED ?? join(root, "..", "shared"), "data", "fevs-2018");
  return existsSync(join(folder, "respondents.csv.gz")) ? folder : undefined;
}

/**
 * The whole way of a real file by the documented command, in a process of its own as HR's administrator runs it: units,
 * reading, checking, storing, release and audit. Once: it takes long, and its limits are far away.
 */
export async function measureCommand(
  stand: Stand,
  organisation: { slug: string },
  log: (line: string) => void,
): Promise<Figure[]> {
  const folder = findFevs();
  if (!folder) {
    log("whole import: skipped, the FEVS file is not in the shared folder (set BEARING_SHARED)");
    return [];
  }
  const file = (name: string) => join(folder, name);
  mkdirSync(stand.paths.data, { recursive: true });
  const [command, ...args] = [
    process.execPath,
    join("scripts", "commands", "import.ts"),
    ...["--org", organisation.slug, "--wave", "FEVS 2018", "--answers", file("respondents.csv.gz")],
    ...["--units", file("units.csv"), "--mapping", file("mapping.csv"), "--closed-on", "2018-06-30"],
  ];
  let output = "";
  const took = await time(async () => {
    const done = await runTool(command ?? "", args, {
      env: {
        ...stand.env,
        DATABASE_MIGRATOR_URL: stand.urls.migrator,
        BEARING_DATA_DIR: stand.paths.data,
        NODE_NO_WARNINGS: "1",
      },
    });
    if (done.code !== 0) throw new Error(`the import command failed:\n${done.output}`);
    output = done.output;
  });
  const memory = Number(/([\d,]+) MB at most/.exec(output)?.[1]?.replaceAll(",", ""));
  const name = "whole import of FEVS 2018 by the command";
  const figures: Figure[] = [{ name, unit: "s", measured: took / 1000, raw: null, target: { below: 30 } }];
  if (Number.isFinite(memory)) {
    figures.push({ name: `${name}, memory`, unit: "MB", measured: memory, raw: null, target: { below: 700 } });
  }
  return figures;
}
