import { checkHealth } from "#server/api/health.ts";

export const dynamic = "force-dynamic";

/** For a load balancer: 200 when the database answers, else 503. Says nothing else. */
export async function GET(): Promise<Response> {
  const healthy = await checkHealth();
  return Response.json({ ok: healthy }, { status: healthy ? 200 : 503 });
}
