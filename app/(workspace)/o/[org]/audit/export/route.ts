import { exportAuditFile } from "#server/api/export-audit.ts";

export async function GET(request: Request, { params }: { params: Promise<{ org: string }> }): Promise<Response> {
  const { org } = await params;
  return exportAuditFile(request.headers, org, new URL(request.url).searchParams);
}
