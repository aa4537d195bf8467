import { exportTotalsFile } from "#server/api/export-totals.ts";

export async function GET(request: Request, { params }: { params: Promise<{ org: string }> }): Promise<Response> {
  const { org } = await params;
  return exportTotalsFile(request.headers, org, new URL(request.url).searchParams);
}
