import { pingDatabase } from "#server/kernel/databases.ts";

export async function checkHealth(): Promise<boolean> {
  return pingDatabase();
}
