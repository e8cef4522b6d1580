/**
 * A saved report back to the case that it was judged from, so that it can be judged again.
 *
 * Files come from strangers: everything that a fact or rule will read is held against its shape first, and what does
 * not fit is told with its path. Verdict, findings and words of the file are not believed; they are made anew.
 */
import type { CaseFile, CaseKind, TraceIdentity } from '../model/case-file.js';
import type { Evidence } from '../model/evidence.js';
import type { Mailbox, MailDomain } from '../model/mail-address.js';
import type { ResolverAddress, RootHint, Target, TraceOptions } from '../model/trace-options.js';
import { evidenceShape } from './evidence-shapes.js';
import {
  domainName,
  either,
  exactly,
  flag,
  ipAddress,
  isRecord,
  listOf,
  moment,
  nullable,
  number,
  recordOf,
  type Shape,
  taggedBy,
  text,
  wordOf,
} from './shape.js';

export interface UnreadableReport {
  /** A sentence for the person who gave the file. */
  readonly fault: string;
}

const mailDomain = taggedBy<MailDomain, 'kind'>('kind', {
  name: recordOf<Extract<MailDomain, { kind: 'name' }>>({ kind: exactly('name'), name: domainName, unicode: nullable(text) }),
  literal: recordOf<Extract<MailDomain, { kind: 'literal' }>>({ kind: exactly('literal'), address: ipAddress, literal: text }),
});

const mailbox = recordOf<Mailbox>({
  address: text as Shape<Mailbox['address']>,
  localPart: text,
  domain: mailDomain,
  needsSmtpUtf8: flag,
});

const target = taggedBy<Target, 'kind'>('kind', {
  address: recordOf<Extract<Target, { kind: 'address' }>>({
    kind: exactly('address'),
    input: text,
    mailbox,
    domain: mailDomain,
    assumed: flag,
  }),
  domain: recordOf<Extract<Target, { kind: 'domain' }>>({
    kind: exactly('domain'),
    input: text,
    mailbox: nothing,
    domain: mailDomain,
    assumed: exactly(false),
  }),
  malformed: recordOf<Extract<Target, { kind: 'malformed' }>>({
    kind: exactly('malformed'),
    input: text,
    fault: recordOf<Extract<Target, { kind: 'malformed' }>['fault']>({ reason: text, at: number, suggestion: nullable(text) }),
  }),
});

function nothing(value: unknown, path: string): string | null {
  return value === null ? null : `${path} is not null`;
}

function addressFamily(value: unknown, path: string): string | null {
  return value === 4 || value === 6 ? null : `${path} is neither 4 nor 6`;
}

const nameOrAddress = either(domainName, ipAddress);

const options = recordOf<TraceOptions>({
  resolvers: nullable(listOf(recordOf<ResolverAddress>({ address: ipAddress, port: number }))),
  walk: flag,
  rootHints: nullable(listOf(recordOf<RootHint>({ name: domainName, addresses: listOf(ipAddress) }))),
  from: nullable(text),
  fromNeedsSmtpUtf8: flag,
  helo: nullable(text),
  source: nullable(ipAddress),
  family: nullable(addressFamily),
  exchange: nullable(nameOrAddress),
  port: number,
  sizeBytes: nullable(number),
  all: flag,
  postmaster: flag,
  controls: either(exactly('built-in'), listOf(nameOrAddress)),
  ping: flag,
  probe: flag,
  connectTimeoutMs: number,
  replyTimeoutMs: number,
  deadlineMs: number,
  patient: flag,
  concurrency: number,
  send: nullable(recordOf<NonNullable<TraceOptions['send']>>({ file: text, sizeBytes: number })),
});

const identity = recordOf<TraceIdentity>({
  helo: text,
  sender: nullable(text),
  assumed: listOf(wordOf({ helo: true, sender: true })),
});

/** The part of a report that it was judged from. */
interface SavedCase {
  readonly kind: CaseKind;
  readonly complete: boolean;
  readonly asked: Target;
  readonly options: TraceOptions;
  readonly identity: TraceIdentity | null;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly evidence: readonly Evidence[];
}

const savedCase = recordOf<SavedCase>({
  kind: wordOf({ trace: true, explanation: true }),
  complete: flag,
  asked: target,
  options,
  identity: nullable(identity),
  startedAt: moment,
  durationMs: number,
  evidence: listOf(evidenceShape),
});

/**
 * The case of a saved report (a parsed JSON document), or what is wrong with the document; never throws.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { judge, reopenReport } from 'mailwhy';
 *
 * const file = reopenReport(JSON.parse(await readFile('report.json', 'utf8')));
 * if ('fault' in file) throw new Error(file.fault);
 * console.log(judge(file).verdict.cause); // recipient.unknown
 * ```
 */
export function reopenReport(json: unknown): CaseFile | UnreadableReport {
  if (!isRecord(json)) return { fault: 'This is no report of mailwhy: it is no JSON object.' };
  if (json.schema !== 'mailwhy/1') return { fault: describeSchema(json.schema) };
  const fault = savedCase(json, '');
  if (fault !== null) return { fault: `The report is damaged: ${fault}.` };
  return assembleCase(json as unknown as SavedCase);
}

function describeSchema(schema: unknown): string {
  if (typeof schema !== 'string' || !/^[a-z-]{1,40}\/\d{1,6}$/.test(schema)) return 'This is no report of mailwhy: it names no schema.';
  return `The document has the schema ${schema}; only mailwhy/1 can be judged again.`;
}

function assembleCase(saved: SavedCase): CaseFile | UnreadableReport {
  const { kind, complete, asked, options: asChosen, identity: presented, startedAt, durationMs } = saved;
  const evidence = [...saved.evidence].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = evidence.find(({ id }, at) => evidence[at + 1]?.id === id);
  if (twice !== undefined) return { fault: `The report is damaged: two pieces of evidence have the id ${JSON.stringify(twice.id)}.` };
  return { kind, target: asked, options: asChosen, startedAt, durationMs, complete, identity: presented, evidence };
}
