/**
 * The ARC sets of a message, checked as a chain (RFC 8617 section 5.2).
 *
 * The newest message signature must hold, and so must every seal; older message signatures only tell where the
 * message was changed on its way.
 */
import type { ArcCheck, ArcFault, ArcSetCheck, SignatureCheck } from '../../model/signature-check.js';
import { parseBase64 } from '../../parse/dns/base64.js';
import { canonicalizeField, emptySignature } from '../../parse/mail/canonical-header.js';
import type { RawField } from '../../parse/mail/raw-message.js';
import { textOctets } from '../../parse/octet-text.js';
import { parseTagList } from '../../parse/tag-list.js';
import { type CheckedMessage, type CheckTools, checkSignature, findKey, outcomeOf } from './check-signature.js';
import { readSignatureTerms, type SignatureKind, type SignatureTerms } from './signature-terms.js';

/** RFC 8617 section 4.2.1: no chain has more. */
const mostInstances = 50;

const fieldNames = ['arc-authentication-results', 'arc-message-signature', 'arc-seal'] as const;
type ArcFieldName = (typeof fieldNames)[number];

export interface ArcFields {
  readonly instance: number;
  /** Every field of the instance by name; a proper set has one of each. */
  readonly fields: Readonly<Record<ArcFieldName, readonly RawField[]>>;
}

/** The sets by instance, the oldest first. */
export function collectArcSets(fields: readonly RawField[]): readonly ArcFields[] {
  const sets = new Map<number, Record<ArcFieldName, RawField[]>>();
  for (const field of fields) {
    const name = fieldNames.find((each) => each === field.name);
    const instance = readInstance(field);
    if (name === undefined || instance === null) continue;
    const set = sets.get(instance) ?? { 'arc-authentication-results': [], 'arc-message-signature': [], 'arc-seal': [] };
    set[name].push(field);
    sets.set(instance, set);
  }
  return [...sets].sort(([a], [b]) => a - b).map(([instance, set]) => ({ instance, fields: set }));
}

function readInstance({ text }: RawField): number | null {
  const value = parseTagList(text.slice(text.indexOf(':') + 1)).tags.get('i') ?? '';
  const instance = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return instance >= 1 && instance <= mostInstances ? instance : null;
}

/** The signatures of a set: what its keys are asked for by. */
export function readArcTerms({ fields }: ArcFields): { readonly message: SignatureTerms | null; readonly seal: SignatureTerms | null } {
  return { message: readOne(fields['arc-message-signature'], 'arc-message'), seal: readOne(fields['arc-seal'], 'arc-seal') };
}

function readOne(fields: readonly RawField[], kind: SignatureKind): SignatureTerms | null {
  const [field] = fields;
  return field === undefined ? null : readSignatureTerms(field, kind);
}

/** The chain. `none` where no ARC field stands. */
export function checkArcChain(message: CheckedMessage, given: CheckTools): ArcCheck {
  const sets = collectArcSets(message.fields);
  const checked = sets.map((set): ArcSetCheck => {
    const terms = readArcTerms(set);
    return {
      instance: set.instance,
      message: terms.message === null ? null : checkSignature(message, terms.message, given),
      seal: terms.seal === null ? null : checkSeal(sets, terms.seal, { instance: set.instance, given }),
    };
  });
  const unchangedSince = findUnchanged(checked);
  if (sets.length === 0) return { result: 'none', fault: null, instance: null, unchangedSince, sets: [] };
  return { ...concludeChain(sets, checked), unchangedSince, sets: checked };
}

/** The seal covers every set up to its own, relaxed, its own field last and without its value (RFC 8617 section 5.1.1). */
function checkSeal(
  sets: readonly ArcFields[],
  terms: SignatureTerms,
  { instance, given }: { readonly instance: number; readonly given: CheckTools },
): SignatureCheck {
  const key = findKey(terms, given);
  const signature = parseBase64(terms.signature);
  const sealed = sets
    .filter((set) => set.instance <= instance)
    .flatMap(({ fields }) => fieldNames.flatMap((name) => fields[name].slice(0, 1)))
    .filter((field) => field !== terms.field);
  const text = sealed.map((field) => `${canonicalizeField(field.text, 'relaxed')}\r\n`).join('');
  const octets = textOctets(text + canonicalizeField(emptySignature(terms.field.text), 'relaxed'));
  const isUsable = key.usable !== null && signature !== null && terms.hash !== null;
  const holds = isUsable && key.usable.verifies({ hash: terms.hash, octets, signature });
  const fault = terms.fault ?? key.fault ?? (holds ? null : { fault: 'header-changed' as const, detail: null });
  return {
    outcome: outcomeOf(fault?.fault ?? null),
    fault: fault?.fault ?? null,
    detail: fault?.detail ?? null,
    body: 'unchecked',
    header: isUsable ? (holds ? 'same' : 'changed') : 'unchecked',
    unsignedBytes: 0,
    changes: [],
    key: key.standing,
  };
}

type Conclusion = Pick<ArcCheck, 'result' | 'fault' | 'instance'>;

function concludeChain(sets: readonly ArcFields[], checked: readonly ArcSetCheck[]): Conclusion {
  const broken = findStructureFault(sets) ?? findChainValueFault(sets);
  if (broken !== null) return broken;
  const newest = checked.at(-1);
  const signatures: readonly { readonly check: SignatureCheck | null; readonly fault: ArcFault; readonly instance: number }[] = [
    { check: newest?.message ?? null, fault: 'message-signature', instance: newest?.instance ?? 0 },
    ...[...checked].reverse().map(({ seal, instance }) => ({ check: seal, fault: 'seal' as const, instance })),
  ];
  const failing = signatures.find(({ check }) => check?.outcome === 'fail' || check?.outcome === 'unusable');
  if (failing !== undefined) return { result: 'fail', fault: failing.fault, instance: failing.instance };
  const untold = signatures.find(({ check }) => check?.outcome !== 'pass');
  return { result: untold === undefined ? 'pass' : 'untold', fault: null, instance: untold?.instance ?? null };
}

function findStructureFault(sets: readonly ArcFields[]): Conclusion | null {
  const at = sets.findIndex(
    ({ instance, fields }, index) => instance !== index + 1 || fieldNames.some((name) => fields[name].length !== 1),
  );
  return at < 0 ? null : { result: 'fail', fault: 'structure', instance: sets[at]?.instance ?? null };
}

function findChainValueFault(sets: readonly ArcFields[]): Conclusion | null {
  const wrong = sets.find(({ instance, fields }) => {
    const [seal] = fields['arc-seal'];
    const value =
      seal === undefined
        ? null
        : parseTagList(seal.text.slice(seal.text.indexOf(':') + 1))
            .tags.get('cv')
            ?.toLowerCase();
    return value !== (instance === 1 ? 'none' : 'pass');
  });
  return wrong === undefined ? null : { result: 'fail', fault: 'chain-value', instance: wrong.instance };
}

/** The oldest set whose message signature still holds, with all behind it. */
function findUnchanged(checked: readonly ArcSetCheck[]): number | null {
  const broken = checked.findLastIndex(({ message }) => message?.outcome !== 'pass');
  return checked[broken + 1]?.instance ?? null;
}
