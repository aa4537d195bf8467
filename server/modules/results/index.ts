export { lockedTeams } from "./lock.ts";
export { readMethod } from "./read-method.ts";
export { readMyTeam, readMyTeams } from "./read-my-team.ts";
export { readOverview } from "./read-overview.ts";
export { readStanding } from "./read-standing.ts";
export { readTable } from "./read-table.ts";
export { readTeamReading } from "./read-team-reading.ts";
export { readTrend } from "./read-trend.ts";
export { readUnit } from "./read-unit.ts";
