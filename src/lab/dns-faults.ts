/**
 * How a name server answers wrongly: what goes on the wire in place of a good answer.
 */
import type { DnsRecord } from '../model/dns.js';
import { assertDomainName, type DomainName, rootName } from '../model/domain-name.js';
import { encodeDnsMessage } from '../parse/dns/encode-dns-message.js';
import type { ParsedDnsMessage } from '../parse/dns/parse-dns-message.js';
import type { AnswerFault } from './world.js';
import { emptyAnswer, type ZoneAnswer } from './zone-answer.js';

/** `drip`: an octet now and then, for ever; over TCP only. */
export type DnsReaction =
  | { readonly kind: 'answer'; readonly bytes: Uint8Array }
  | { readonly kind: 'drip'; readonly bytes: Uint8Array }
  | { readonly kind: 'nothing' };

export interface FaultyQuery {
  readonly query: ParsedDnsMessage;
  readonly transport: 'udp' | 'tcp';
  readonly answered: ZoneAnswer;
}

/** What goes back: octets of its own, or an answer for the server to encode. */
export function answerWithFault(fault: AnswerFault, faulty: FaultyQuery): DnsReaction | ZoneAnswer {
  return faultAnswers[fault](faulty);
}

const faultAnswers: Readonly<Record<AnswerFault, (faulty: FaultyQuery) => DnsReaction | ZoneAnswer>> = {
  refused: () => ({ ...emptyAnswer, rcode: 'REFUSED' }),
  servfail: () => ({ ...emptyAnswer, rcode: 'SERVFAIL' }),
  'no-aa': ({ answered }) => ({ ...answered, aa: false }),
  'upward-referral': () => ({ ...emptyAnswer, authority: [rootReferral] }),
  silent: () => ({ kind: 'nothing' }),
  'port-unreachable': () => ({ kind: 'nothing' }),
  'wrong-id': (faulty) => alteredAnswer(faulty, { id: (faulty.query.id + 1) & 0xffff }),
  'wrong-question': (faulty) => alteredAnswer(faulty, { questions: [{ name: assertDomainName('other.example'), type: 'A' }] }),
  'compression-loop': ({ query }) => ({ kind: 'answer', bytes: compressionLoop(query) }),
  garbage: () => ({ kind: 'answer', bytes: Uint8Array.from('not a DNS message', (character) => character.charCodeAt(0)) }),
  'tcp-drip': (faulty) => truncatedThen(faulty, { kind: 'drip', bytes: encodePlain(faulty, {}) }),
  'tcp-refused': (faulty) => truncatedThen(faulty, { kind: 'nothing' }),
  'endless-aliases': ({ query }) => endlessAlias(query.questions[0]?.name ?? rootName),
};

const rootReferral: DnsRecord = {
  owner: rootName,
  type: 'NS',
  ttlSeconds: 518_400,
  data: { type: 'NS', target: assertDomainName('a.root-servers') },
};

type Altered = Partial<Parameters<typeof encodeDnsMessage>[0]>;

function encodePlain({ query, answered }: FaultyQuery, altered: Altered): Uint8Array {
  const { id, questions } = query;
  return encodeDnsMessage({ id, qr: true, flags: { aa: true }, questions, answer: answered.answer, ...altered });
}

function alteredAnswer(faulty: FaultyQuery, altered: Altered): DnsReaction {
  return { kind: 'answer', bytes: encodePlain(faulty, altered) };
}

function truncatedThen(faulty: FaultyQuery, overTcp: DnsReaction): DnsReaction {
  if (faulty.transport === 'tcp') return overTcp;
  return alteredAnswer(faulty, { flags: { aa: true, tc: true }, answer: [] });
}

/** One answer record whose owner is a pointer to itself. */
function compressionLoop(query: ParsedDnsMessage): Uint8Array {
  const head = encodeDnsMessage({ id: query.id, qr: true, flags: { aa: true }, questions: query.questions });
  const bytes = new Uint8Array(head.length + 16);
  bytes.set(head);
  bytes[7] = 1;
  const at = head.length;
  bytes.set([0xc0 | (at >> 8), at & 0xff, 0, 15, 0, 1, 0, 0, 14, 16, 0, 4, 0, 10, 0xc0 | (at >> 8), at & 0xff].slice(0, 16), at);
  return bytes;
}

/** `alias7.x` is an alias of `alias8.x`, and so on. */
export function endlessAlias(asked: DomainName): ZoneAnswer {
  const [, count = '0', base = asked] = /^alias(\d+)\.(.*)$/.exec(asked) ?? [];
  const target = assertDomainName(`alias${Number(count) + 1}.${base}`);
  return { ...emptyAnswer, aa: true, answer: [{ owner: asked, type: 'CNAME', ttlSeconds: 60, data: { type: 'CNAME', target } }] };
}
