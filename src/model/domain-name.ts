/**
 * Domain names in canonical form, as branded strings.
 *
 * Lower case, labels joined by dots, no final dot, the root is `.`. Octets outside letters, digits,
 * hyphen, underscore, asterisk and slash are written `\DDD` (RFC 1035 section 5.1), so that two names are
 * equal exactly when their strings are. Internationalised names are A-labels here; `parse/idna` converts.
 */

declare const domainNameBrand: unique symbol;
export type DomainName = string & { readonly [domainNameBrand]: true };

export const rootName = '.' as DomainName;

/** RFC 1035 section 2.3.4: a label has at most 63 octets, a name at most 255 with its length octets. */
const labelOctetsLimit = 63;
const nameOctetsLimit = 255;

const plainOctet = /[a-z0-9\-_*/]/;

function formatOctet(octet: number): string {
  const lower = octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
  const character = String.fromCharCode(lower);
  return plainOctet.test(character) ? character : `\\${String(octet).padStart(3, '0')}`;
}

/** The canonical name of labels as they stand on the wire; none for the root. */
export function domainNameFromLabels(labels: readonly Uint8Array[]): DomainName {
  if (labels.length === 0) return rootName;
  return labels.map((label) => [...label].map(formatOctet).join('')).join('.') as DomainName;
}

/** The labels as octets, without the root's empty one. */
export function domainNameLabels(name: DomainName): Uint8Array[] {
  if (name === rootName) return [];
  return name.split('.').map((label) => {
    const octets = label.replace(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number(digits)));
    return Uint8Array.from(octets, (character) => character.charCodeAt(0));
  });
}

/**
 * Reads a name as an administrator types it: any case, a final dot allowed, `\DDD` and `\X` escapes.
 * ASCII only; null where it is no name (empty label, label over 63 octets, name over 255).
 */
export function parseDomainName(text: string): DomainName | null {
  if (text === '.') return rootName;
  const labels = splitLabels(text);
  if (labels === null) return null;
  if (labels.length > 1 && labels.at(-1)?.length === 0) labels.pop();
  const octets = labels.reduce((sum, label) => sum + label.length + 1, 1);
  if (octets > nameOctetsLimit || labels.some((label) => label.length === 0 || label.length > labelOctetsLimit)) return null;
  return domainNameFromLabels(labels.map((label) => Uint8Array.from(label)));
}

/** A dot, an escape, or one printable character. */
const nameToken = /(\.)|\\(\d{3})|\\([!-/:-~])|([!-~])/y;

function splitLabels(text: string): number[][] | null {
  const labels: number[][] = [[]];
  nameToken.lastIndex = 0;
  while (nameToken.lastIndex < text.length) {
    const token = nameToken.exec(text);
    if (token === null) return null;
    const [, dot, decimal, escaped, plain] = token;
    const octet = decimal === undefined ? (escaped ?? plain ?? '').charCodeAt(0) : Number(decimal);
    if (dot !== undefined) labels.push([]);
    else if (octet > 255 || plain === '\\') return null;
    else labels.at(-1)?.push(octet);
  }
  return labels;
}

/** As `parseDomainName`, for names known to be good. @throws TypeError */
export function assertDomainName(text: string): DomainName {
  const name = parseDomainName(text);
  if (name === null) throw new TypeError(`not a domain name: ${JSON.stringify(text)}`);
  return name;
}

/** Whether the name is a host name of letters, digits and hyphens (RFC 1123 section 2.1). */
export function isHostName(name: DomainName): boolean {
  return name !== rootName && name.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label));
}

/** Whether `name` is `ancestor` or lies below it. */
export function isWithin(name: DomainName, ancestor: DomainName): boolean {
  return ancestor === rootName || name === ancestor || name.endsWith(`.${ancestor}`);
}

/** The name one label up, `.` for a top-level domain; null for the root. */
export function parentName(name: DomainName): DomainName | null {
  if (name === rootName) return null;
  const dot = name.indexOf('.');
  return dot < 0 ? rootName : (name.slice(dot + 1) as DomainName);
}
