// Preloaded into the web and worker processes: when the launcher is killed and cannot stop them, they stop themselves.
process.channel?.unref();
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 8000).unref();
});
