import { TRPCError } from "@trpc/server";
import type { LinkSheets } from "#contracts/wave-views.ts";
import { sessionSecret } from "#server/auth/cookies.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { appRouter } from "./root.ts";

const STATUS: Partial<Record<TRPCError["code"], number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_REQUEST: 404,
  PRECONDITION_FAILED: 409,
};

type Sheet = Omit<LinkSheets, "sheets"> & { team: string; links: string[] };

/**
 * One sheet of cards, through the procedure that the page of the cards uses.
 * @returns the status of a refusal in place of a sheet
 */
export async function readLinkSheet(
  headers: Headers,
  org: string,
  waveId: string,
  unitId: string,
): Promise<Sheet | { status: number }> {
  const unverifiedSecret = await sessionSecret(headers.get("cookie"));
  const caller = appRouter.createCaller({ unverifiedSecret, unverifiedSlug: org, clock: systemClock });
  try {
    const { sheets, ...wave } = await caller.waves.sheets({ waveId });
    const sheet = sheets.find((one) => one.unitId === unitId);
    return sheet ? { ...wave, team: sheet.team, links: sheet.links } : { status: 404 };
  } catch (error) {
    return { status: (error instanceof TRPCError && STATUS[error.code]) || 500 };
  }
}
