/** Once per process of the web server, before its first request. */
export async function register(): Promise<void> {
  const { appendSocketAddress } = await import("./server/kernel/socket-address.ts");
  appendSocketAddress();
}
