/**
 * Near misses of the mail domains that most people use: `gmial.com`, `yahooo.com`, `gmail.con`.
 *
 * They are well-formed names that somebody may own, so this is a hint beside a trace and never a fault.
 * Real domains that merely look alike (`ymail.com`, `mail.com`) are known and left alone.
 */
import { countSlips } from './near-miss.js';

/** The large providers whose names are mistyped most. */
const commonDomains = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'outlook.com',
  'live.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.fr',
  'yahoo.de',
  'icloud.com',
  'protonmail.com',
  'comcast.net',
  'verizon.net',
  't-online.de',
  'web.de',
  'gmx.de',
  'gmx.net',
  'gmx.com',
  'aol.com',
  'msn.com',
  'orange.fr',
  'libero.it',
  'yandex.ru',
  'mail.ru',
] as const;

/** Domains of mail of their own that stand one slip away from a common one. */
const realNeighbours = new Set([
  'ymail.com',
  'mail.com',
  'email.com',
  'gmx.at',
  'gmx.ch',
  'yahoo.ca',
  'yahoo.com.br',
  'live.ca',
  'hotmail.ca',
]);

/** Ends that nobody means: no top-level domain, or one whose names are mistypings of `.com` and `.net`. */
const mistypedEnds: Readonly<Record<string, string>> = {
  con: 'com',
  cim: 'com',
  comm: 'com',
  ocm: 'com',
  cmo: 'com',
  vom: 'com',
  xom: 'com',
  coom: 'com',
  om: 'com',
  cm: 'com',
  co: 'com',
  nte: 'net',
  ent: 'net',
};

/** Names shorter than this are one slip away from too many others. */
const shortestName = 5;

/** The common domain that was probably meant, null where the domain is common itself or near none. Expects lower case. */
export function suggestDomain(domain: string): string | null {
  const known: readonly string[] = commonDomains;
  if (known.includes(domain) || realNeighbours.has(domain)) return null;
  const mended = mendEnd(domain);
  if (mended !== domain && known.includes(mended)) return mended;
  return known.find((common) => isOneSlipAway(mended, common)) ?? null;
}

function mendEnd(domain: string): string {
  const dot = domain.lastIndexOf('.');
  const end = mistypedEnds[domain.slice(dot + 1)];
  return dot < 0 || end === undefined ? domain : `${domain.slice(0, dot + 1)}${end}`;
}

function isOneSlipAway(domain: string, common: string): boolean {
  const [name = '', ...end] = domain.split('.');
  const [commonName = '', ...commonEnd] = common.split('.');
  if (commonName.length < shortestName || end.join('.') !== commonEnd.join('.')) return false;
  return Math.abs(name.length - commonName.length) <= 1 && countSlips(name, commonName) === 1;
}
