/** Once per process of the web server, before its first request. */
export async function register(): Promise<void> {
  // Next replaces this word when it compiles; its second, edge build of this file has no Node modules.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { appendSocketAddress } = await import("./server/kernel/socket-address.ts");
    appendSocketAddress();
  }
}
