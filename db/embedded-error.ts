/** A failure of the embedded server whose message is one sentence for the person who typed the command. */
export class EmbeddedError extends Error {
  override name = "EmbeddedError";
}
