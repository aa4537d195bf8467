import type { DetectorName } from "#contracts/plans.ts";
import type { SetAsideDetector } from "#contracts/reviews.ts";
import { addDays } from "#contracts/dates.ts";
import { worthCheckingAnswer } from "#db/schema/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindTeam } from "#server/modules/calls/index.ts";
import { listSetAside } from "./review-queries.ts";
import { takeTurn } from "./queries.ts";
import { ASIDE_WEEKS } from "./thresholds.ts";

/**
 * "Does not apply", with a reason that only its author reads. It rests for twelve weeks; said again it rests no longer.
 * @throws not_found for a team of somebody else
 */
export const setAsideDetector = command(
  "worth-checking.set-aside",
  async (scope: Scope<"plan:run">, input: SetAsideDetector) => {
    const { personId } = scope.actor;
    if (!personId) throw refused("Only a person can set something aside.");
    const team = await mustFindTeam(scope, input.teamId);
    await takeTurn(scope, team.id);
    const { zone, id: orgId } = scope.organisation;
    const now = scope.clock.now();
    const resting = (await listSetAside(scope, personId, team.id)).some(
      ({ name, at }) =>
        (name as DetectorName) === input.detector && dateIn(zone, now) < addDays(dateIn(zone, at), 7 * ASIDE_WEEKS),
    );
    if (resting) return { view: null, audit: UNCHANGED };
    const { detector, reason } = input;
    await scope.tx
      .insert(worthCheckingAnswer)
      .values({ orgId, unitId: team.id, personId, detector, reason, createdAt: now });
    // The trail is read by HR, and this is the supervisor's own: neither what it was nor why.
    return { view: null, audit: UNCHANGED };
  },
);
