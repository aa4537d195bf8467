import { readFileSync } from "node:fs";
import { prepareTestDatabase, type TestState } from "#scripts/test/prepare-database.ts";

/**
 * Gives the database tests a server: the one that `npm test` started and named in BEARING_TEST_STATE, or one of their own
 * so that `npx vitest run --project database` works alone. Workers read the variables that are set here.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.BEARING_TEST_STATE;
  if (given) {
    publish(JSON.parse(readFileSync(given, "utf8")) as TestState, given);
    return undefined;
  }
  const { state, stateFile, stop } = await prepareTestDatabase();
  publish(state, stateFile);
  return async () => {
    delete process.env.BEARING_TEST_STATE;
    await stop();
  };
}

function publish(state: TestState, stateFile: string): void {
  process.env.BEARING_TEST_STATE = stateFile;
  process.env.TEST_SUPERUSER_URL = state.superuserUrl;
  process.env.TEST_TEMPLATE = state.template;
}
