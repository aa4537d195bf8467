/** Where to go after sign-in: only a path of this site, so that a link cannot send somebody elsewhere. */
export function safeNext(unverifiedNext: string): string {
  if (!unverifiedNext.startsWith("/") || unverifiedNext.startsWith("//") || /[\\\p{Cc}]/u.test(unverifiedNext)) {
    return "/organisations";
  }
  return unverifiedNext;
}
