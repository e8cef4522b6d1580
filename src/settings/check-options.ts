/**
 * Given options → the checked record that everything else works with.
 *
 * The only place where defaults, bounds and combinations are decided. Files that options name come in
 * already read, so that this stays a function of its arguments.
 */
import { addressFamily, type IpAddress } from '../model/ip-address.js';
import { defaultTraceOptions, type RootHint, type TraceOptions } from '../model/trace-options.js';
import type { ToAscii } from '../parse/mailbox.js';
import { type GivenOption, type GivenOptions, givenError } from './given-options.js';
import type { OptionName } from './option-table.js';
import {
  readAddress,
  readChoice,
  readHelo,
  readHosts,
  readInteger,
  readMailbox,
  readResolvers,
  readSeconds,
  readText,
} from './read-values.js';

export const formats = ['text', 'json', 'html'] as const;
export const colourChoices = ['auto', 'always', 'never'] as const;

export interface OutputSettings {
  readonly format: (typeof formats)[number];
  readonly detail: 'one-line' | 'normal' | 'verbose';
  readonly color: (typeof colourChoices)[number];
}

/** What the files that options name hold. */
export interface NamedFiles {
  readonly rootHints: readonly RootHint[] | null;
  readonly send: TraceOptions['send'];
}

/** Seconds. The least keep a slip from looking like an outage, the most from lasting days. */
const bounds = {
  connect: { least: 0.1, most: 600 },
  reply: { least: 0.1, most: 3600 },
  deadline: { least: 1, most: 86_400 },
};

/** RFC 5321 section 4.5.3.2 grants greeting, MAIL and RCPT five minutes; the later stages have times of their own in the client. */
const patientReplyTimeoutMs = 300_000;
const patientDeadlineMs = 1_800_000;

/** RFC 1870 section 3 allows twenty digits; beyond this no number stays exact. */
const largestSize = Number.MAX_SAFE_INTEGER;

function readWith<Value>(given: GivenOptions, name: OptionName, read: (option: GivenOption) => Value): Value | null {
  const option = given.get(name);
  return option === undefined ? null : read(option);
}

/** Whether a flag was given. */
export function isFlagSet(given: GivenOptions, name: OptionName): boolean {
  return given.get(name)?.value === true;
}

/** The options of a trace, defaults filled in. @throws CommandError */
export function checkTraceOptions(given: GivenOptions, files: NamedFiles, toAscii: ToAscii): TraceOptions {
  const family = isFlagSet(given, 'ipv4') ? 4 : isFlagSet(given, 'ipv6') ? 6 : null;
  return {
    ...checkIdentity(given, toAscii),
    ...checkTimes(given),
    resolvers: readWith(given, 'resolver', readResolvers),
    walk: !isFlagSet(given, 'no-walk'),
    rootHints: files.rootHints,
    source: readWith(given, 'source', (option) => assertFamily(option, readAddress(option), family)),
    family,
    exchange: readWith(given, 'exchange', (option) => readHosts(option, toAscii).at(-1) ?? null),
    port: readWith(given, 'port', (option) => readInteger(option, { least: 1, most: 65_535 })) ?? defaultTraceOptions.port,
    sizeBytes: readWith(given, 'size', (option) => readInteger(option, { least: 1, most: largestSize })),
    all: isFlagSet(given, 'all'),
    postmaster: isFlagSet(given, 'postmaster'),
    controls: isFlagSet(given, 'no-control') ? [] : (readWith(given, 'control', (option) => readHosts(option, toAscii)) ?? 'built-in'),
    ping: !isFlagSet(given, 'no-ping'),
    probe: !isFlagSet(given, 'no-probe'),
    concurrency:
      readWith(given, 'concurrency', (option) => readInteger(option, { least: 1, most: 100 })) ?? defaultTraceOptions.concurrency,
    send: files.send,
  };
}

function checkIdentity(given: GivenOptions, toAscii: ToAscii): Pick<TraceOptions, 'from' | 'fromNeedsSmtpUtf8' | 'helo'> {
  const mailbox = readWith(given, 'from', (option) => readMailbox(option, toAscii));
  return {
    from: isFlagSet(given, 'null-sender') ? '' : (mailbox?.address ?? null),
    fromNeedsSmtpUtf8: mailbox?.needsSmtpUtf8 ?? false,
    helo: readWith(given, 'helo', (option) => readHelo(option, toAscii)),
  };
}

function checkTimes(given: GivenOptions): Pick<TraceOptions, 'connectTimeoutMs' | 'replyTimeoutMs' | 'deadlineMs' | 'patient'> {
  const patient = isFlagSet(given, 'patient');
  const fallback = patient
    ? { ...defaultTraceOptions, replyTimeoutMs: patientReplyTimeoutMs, deadlineMs: patientDeadlineMs }
    : defaultTraceOptions;
  return {
    patient,
    connectTimeoutMs: readWith(given, 'connect-timeout', (option) => readSeconds(option, bounds.connect)) ?? fallback.connectTimeoutMs,
    replyTimeoutMs: readWith(given, 'timeout', (option) => readSeconds(option, bounds.reply)) ?? fallback.replyTimeoutMs,
    deadlineMs: readWith(given, 'deadline', (option) => readSeconds(option, bounds.deadline)) ?? fallback.deadlineMs,
  };
}

function assertFamily(option: GivenOption, source: IpAddress, family: 4 | 6 | null): IpAddress {
  if (family === null || addressFamily(source) === family) return source;
  throw givenError(option, `${source} is no IPv${family} address, and -${family} asks for IPv${family} only`);
}

/** How the report is shown. @throws CommandError */
export function checkOutputSettings(given: GivenOptions): OutputSettings {
  const format = readWith(given, 'format', (option) => readChoice(option, formats)) ?? 'text';
  return {
    format: isFlagSet(given, 'json') ? 'json' : format,
    detail: isFlagSet(given, 'quiet') ? 'one-line' : isFlagSet(given, 'verbose') ? 'verbose' : 'normal',
    color: readWith(given, 'color', (option) => readChoice(option, colourChoices)) ?? 'auto',
  };
}

/** The file that an option names, null where it was not given. */
export function namedFile(given: GivenOptions, name: OptionName): string | null {
  return readWith(given, name, readText);
}
