/**
 * A saved report of a queue, explained again: its counts, times and ids are believed, its causes and commands are not.
 *
 * The file may be a stranger's: what each group's reason means is read anew, and the commands are built from its ids, so that
 * no command of the file is ever shown to somebody who might run it.
 */
import { exactly, flag, listOf, moment, nullable, number, optional, recordOf, text, wordOf } from '../judge/shape.js';
import type { QueueFormat, QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';
import { packageVersion } from '../model/version.generated.js';
import { createCauseReader } from './cause-reader.js';
import type { UnreadableQueue } from './explain-queue.js';
import { isHeld, listQueueCommands } from './queue-commands.js';
import { explainQueuedCause } from './queued-cause.js';
import { suspectQueue } from './suspect-own-side.js';

/** Reports of before tell none of these. */
type Later = 'via' | 'isOwnSide' | 'tellsReasons';
type SavedGroup = Omit<QueueGroup, 'cause' | 'host' | 'release' | 'remove' | Later> & Partial<Pick<QueueGroup, Later>>;

type SavedQueue = Omit<QueueReport, 'version' | 'groups' | 'followUp'> & { readonly groups: readonly SavedGroup[] };

/** A queue of millions has one group with most of them. */
const mostIds = 10_000_000;

const state = wordOf<QueueState>({
  active: true,
  waiting: true,
  postponed: true,
  deferred: true,
  expiring: true,
  held: true,
  frozen: true,
  suspended: true,
});

const format = wordOf<QueueFormat>({
  'postqueue-json': true,
  'postfix-mailq': true,
  'sendmail-mailq': true,
  'exim-bp': true,
  'qmail-qread': true,
  smtpctl: true,
  'exchange-queue': true,
  'exchange-message': true,
});

const savedGroup = recordOf<SavedGroup>({
  destination: nullable(text),
  via: optional(nullable(text)),
  state,
  place: nullable(text),
  reason: nullable(text),
  isOwnSide: optional(flag),
  tellsReasons: optional(flag),
  saidBy: listOf(recordOf<QueueGroup['saidBy'][number]>({ host: nullable(text), reason: text, recipients: number })),
  messages: number,
  recipients: number,
  sharedMessages: number,
  oldestAt: nullable(moment),
  newestAt: nullable(moment),
  nextTryAt: nullable(moment),
  nextTryAssumed: flag,
  expiresAt: nullable(moment),
  expiryAssumed: flag,
  ids: listOf(text, mostIds),
});

const savedQueue = recordOf<SavedQueue>({
  schema: exactly('mailwhy/1'),
  kind: exactly('queue'),
  complete: flag,
  recognisedAs: nullable(format),
  startedAt: moment,
  messages: number,
  recipients: number,
  groups: listOf(savedGroup),
  notUnderstood: recordOf<QueueReport['notUnderstood']>({ lines: number, examples: listOf(text) }),
});

/** The report by today's knowledge; what is wrong with the document where it is none. Never throws. */
export function explainSavedQueue(json: unknown): QueueReport | UnreadableQueue {
  const fault = savedQueue(json, '');
  if (fault !== null) return { fault: `The report is damaged: ${fault}.` };
  const { schema, kind, complete, recognisedAs, startedAt, messages, recipients, groups, notUnderstood } = json as SavedQueue;
  const reader = createCauseReader();
  const explained = groups.map((group) => explainGroup(group, { recognisedAs, startedAt, reader }));
  return suspectQueue({
    schema,
    version: packageVersion,
    kind,
    complete,
    recognisedAs,
    startedAt,
    messages,
    recipients,
    groups: explained,
    notUnderstood: { lines: notUnderstood.lines, examples: notUnderstood.examples },
    followUp: null,
  });
}

interface Surroundings extends Pick<QueueReport, 'recognisedAs' | 'startedAt'> {
  readonly reader: ReturnType<typeof createCauseReader>;
}

function explainGroup(group: SavedGroup, { recognisedAs, startedAt, reader }: Surroundings): QueueGroup {
  const { destination, via = null, isOwnSide = false, reason, place, ids } = group;
  const read = reason === null ? null : reader.read(reason, false, { domain: destination, isOwnSide });
  const commands = recognisedAs === null ? null : listQueueCommands(recognisedAs, ids, { held: isHeld(group.state), place });
  return {
    destination,
    via,
    state: group.state,
    place,
    cause: read === null ? null : explainQueuedCause(read, { destination, state: group.state, startedAt }),
    reason,
    isOwnSide: read?.reason.isOwnSide ?? false,
    tellsReasons: group.tellsReasons ?? true,
    host: read?.reason.host ?? null,
    saidBy: group.saidBy.map(({ host, reason: said, recipients }) => ({ host, reason: said, recipients })),
    messages: group.messages,
    recipients: group.recipients,
    sharedMessages: group.sharedMessages,
    oldestAt: group.oldestAt,
    newestAt: group.newestAt,
    nextTryAt: group.nextTryAt,
    nextTryAssumed: group.nextTryAssumed,
    expiresAt: group.expiresAt,
    expiryAssumed: group.expiryAssumed,
    ids,
    release: commands?.release ?? [],
    remove: commands?.remove ?? [],
  };
}
