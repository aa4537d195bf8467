/**
 * Where sign-in and sign-out may lead: a page of this site, whatever was asked for.
 *
 * @param unverifiedUrl a path or an address out of the request
 * @param site the configured public address
 */
export function ownAddress(unverifiedUrl: string, site: string): string {
  const home = new URL(site).origin;
  if (!URL.canParse(unverifiedUrl, home)) return home;
  const target = new URL(unverifiedUrl, home);
  return target.origin === home ? target.href : home;
}
