/**
 * The name that somebody registered above a host's name, and who is behind it.
 *
 * Without the public suffix list: two labels, three where the second is one of the usual ones beneath a country
 * (`co.uk`). Large providers have several names; they count as one.
 */

const countrySeconds = new Set('ac co com edu go gob gouv gov govt mil ne net nhs nom or org sch plc ltd'.split(' '));

const families: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Google: 'google.com gmail.com googlemail.com 1e100.net',
    Microsoft:
      'outlook.com hotmail.com live.com msn.com microsoft.com office365.com office.com outlook.de onmicrosoft.com exchangelabs.com',
    Yahoo: 'yahoo.com yahoodns.net ymail.com rocketmail.com aol.com yahoo.co.uk yahoo.co.jp',
    Apple: 'icloud.com me.com mac.com apple.com',
  }).flatMap(([family, names]) => names.split(' ').map((name): [string, string] => [name, family])),
);

/** The family ("Google") or the registrable name; null for an address, a bare word, a private name. */
export function registrableParent(host: string): string | null {
  const name = registrableName(host);
  return name === null ? null : (families.get(name) ?? name);
}

/** The name that somebody registered, in lower case; null for an address, a bare word, a private name. */
export function registrableName(host: string): string | null {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^[a-z][a-z0-9-]+$/.test(top) || privateTops.has(top)) return null;
  const isCountry = top.length === 2 && countrySeconds.has(labels.at(-2) ?? '');
  return labels.slice(isCountry ? -3 : -2).join('.');
}

/** Names that are of no use outside a network: RFC 6762, RFC 8375, and what administrators take. */
const privateTops = new Set(['local', 'localdomain', 'lan', 'internal', 'intern', 'corp', 'home', 'arpa', 'localhost', 'private']);

/** True for a provider whose servers serve many that have nothing to do with each other. */
export function isSharedProvider(parent: string | null): boolean {
  return parent !== null && /^[A-Z]/.test(parent);
}
