/**
 * Whether the body is the one that was signed, and if not, what somebody did to it that can be told.
 *
 * A change is told only where the body without it has the very hash that was signed: nothing is guessed.
 */
import type { MessageChange } from '../../model/signature-check.js';
import type { HashAlgorithm, SignatureTools } from '../../model/signature-tools.js';
import { type CanonicalBody, canonicalizeBody, signedBody } from '../../parse/mail/canonical-body.js';
import type { Canonicalization } from '../../parse/mail/canonical-header.js';
import { octetText, textOctets } from '../../parse/octet-text.js';

export interface SignedBody {
  readonly form: Canonicalization;
  readonly hash: HashAlgorithm;
  /** Base64. */
  readonly expected: string;
  /** `l=`, null for the whole body. */
  readonly length: number | null;
}

export interface BodyFinding {
  readonly isSame: boolean;
  /** Octets behind `l=`. */
  readonly unsignedBytes: number;
}

/** A body of which every form is made once, however many signatures there are. */
export interface HashedBody {
  /** Nothing but blank lines. */
  readonly isBlank: boolean;
  compare(signed: SignedBody): BodyFinding;
  /** What was done to a body that is not the one that was signed; none where it cannot be told. */
  findChanges(signed: SignedBody): readonly MessageChange[];
}

export function createHashedBody(body: Uint8Array, tools: SignatureTools): HashedBody {
  const forms = new Map<Canonicalization, CanonicalBody>();
  const hashes = new Map<string, string>();
  const canonical = (form: Canonicalization) => {
    const made = forms.get(form) ?? canonicalizeBody(body, form);
    forms.set(form, made);
    return made;
  };
  return {
    isBlank: body.every((octet) => octet === 13 || octet === 10 || octet === 32 || octet === 9),
    compare(signed) {
      const octets = signedBody(canonical(signed.form), signed.form);
      const length = signed.length ?? octets.length;
      // A body shorter than `l=` is not the one that was signed.
      if (length > octets.length) return { isSame: false, unsignedBytes: 0 };
      const id = `${signed.form} ${signed.hash} ${length}`;
      const hash = hashes.get(id) ?? hashOf(octets.subarray(0, length), signed.hash, tools);
      hashes.set(id, hash);
      return { isSame: hash === signed.expected, unsignedBytes: octets.length - length };
    },
    findChanges(signed) {
      const footer = findFooter(canonical(signed.form), signed, tools);
      return footer === null ? findRepair(body, signed, tools) : [footer];
    },
  };
}

function hashOf(octets: Uint8Array, hash: HashAlgorithm, tools: SignatureTools): string {
  const running = tools.startHash(hash);
  running.update(octets);
  return running.value();
}

function findRepair(body: Uint8Array, signed: SignedBody, tools: SignatureTools): readonly MessageChange[] {
  if (body.length > largestRepaired) return [];
  const text = octetText(body);
  const repaired = repairs.find(({ repair }) => {
    const undone = repair(text);
    return undone !== text && createHashedBody(textOctets(undone), tools).compare(signed).isSame;
  });
  return repaired === undefined ? [] : [{ part: 'body', kind: repaired.kind, lines: null, begins: null }];
}

/** Each repair of each signature copies the body. */
const largestRepaired = 524_288;

const repairs: readonly { readonly kind: MessageChange['kind']; readonly repair: (text: string) => string }[] = [
  { kind: 'mbox-quoting', repair: (text) => text.replace(/^>(?=>*From )/gm, '') },
  { kind: 'dot-stuffing', repair: (text) => text.replace(/^\.\./gm, '.') },
  { kind: 'line-added-in-front', repair: (text) => text.replace(/^[^\r\n]*\r\n/, '') },
];

/** A list's or a scanner's footer has fewer lines. */
const longestFooter = 200;

/** Lines at the end without which the hash is right. */
function findFooter({ octets, ends }: CanonicalBody, signed: SignedBody, tools: SignatureTools): MessageChange | null {
  if (signed.length !== null) return null;
  const first = Math.max(0, ends.length - longestFooter);
  const running = tools.startHash(signed.hash);
  let hashed = 0;
  for (let at = first; at < ends.length - 1; at += 1) {
    const end = ends[at] ?? 0;
    running.update(octets.subarray(hashed, end));
    hashed = end;
    if (running.value() === signed.expected) return describeFooter(octets, ends, at);
  }
  return null;
}

function describeFooter(octets: Uint8Array, ends: readonly number[], at: number): MessageChange {
  const start = ends[at] ?? 0;
  const text = new TextDecoder().decode(octets.subarray(start, start + 400));
  const begins = text.split('\r\n').find((line) => /[\p{L}\p{N}]/u.test(line)) ?? text.trim();
  return { part: 'body', kind: 'footer', lines: ends.length - 1 - at, begins: begins.slice(0, 100) };
}
