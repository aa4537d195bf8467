import { respondentClient } from "#server/kernel/databases.ts";
import { hashOfSecret, type PulseLink } from "./link.ts";

/** What the vault says of a link; `open` comes with what the page shows. */
export type VaultForm =
  | { state: "unknown" | "closed" | "expired" }
  | {
      state: "open";
      organisation: string;
      team: string;
      wave_label: string;
      k: number;
      /** In the organisation's zone. */
      closes_on: string;
      deletes_on: string;
      receipt: string;
      welsh: boolean;
      rehearsal: boolean;
      statements: {
        code: string;
        part: "agreement" | "frequency" | "extra" | "local";
        en: string;
        cy: string | null;
      }[];
    };

export type VaultAnswers = {
  /** Twelve, in the order of STATEMENT_CODES: 1-5, 0 does not apply, null left blank. */
  answers: readonly (number | null)[];
  extra: number | null;
  /** L1-L5. */
  locals: readonly (number | null)[];
  note: string | null;
};

const literal = (values: readonly (number | null)[]) => `{${values.map((v) => v ?? "null").join(",")}}`;

/** One call, one transaction; as the respondent role, which may do this and nothing else. */
export async function askVault({ slug, code, secret }: PulseLink): Promise<VaultForm> {
  const [row] = await respondentClient().sql<{ found: VaultForm }[]>`
    select app.find_pulse(${slug}, ${code}, ${hashOfSecret(secret)}) as found`;
  return row?.found ?? { state: "unknown" };
}

/** "received" is said once the answer is on disk, and again for every repeat. One call, one transaction. */
export async function giveToVault(
  { slug, code, secret }: PulseLink,
  given: VaultAnswers,
): Promise<"received" | "closed" | "unknown" | "expired"> {
  const [row] = await respondentClient().sql<{ outcome: "received" | "closed" | "unknown" | "expired" }[]>`
    select app.submit_pulse(${slug}, ${code}, ${hashOfSecret(secret)}, ${literal(given.answers)}::text::smallint[],
      ${given.extra}, ${literal(given.locals)}::text::smallint[], ${given.note}) as outcome`;
  return row?.outcome ?? "unknown";
}
