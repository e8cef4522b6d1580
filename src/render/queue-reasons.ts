/**
 * Why mail waits in a queue, in the words of every view: who or what stopped it, and what its listing cannot tell.
 */
import type { QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';

/** Why nothing moves it but somebody's hand, or what moves it out. */
const stoppedWords: Readonly<Partial<Record<QueueState, string>>> = {
  held: 'Somebody put it on hold; it stays until it is released.',
  frozen: 'Exim has frozen it: a bounce that cannot be delivered, or an error in its configuration. Why stands in its log: exim -Mvl ID.',
  suspended: 'Somebody suspended it; it stays until it is resumed.',
  expiring: 'An administrator told it to expire: the next try returns it to its sender.',
};

/** Whether no later try brings it through. */
export function isStopped(state: QueueState): boolean {
  return stoppedWords[state] !== undefined;
}

/** Why it waits: who stopped it, then what stood in its way before; else the cause. */
export function describeWhy(group: QueueGroup, report: QueueReport): string {
  const { cause, state } = group;
  if (cause === null) return describeNoReason(group, report);
  const stopped = stoppedWords[state] ?? (state === 'postponed' ? postponed : undefined);
  return stopped === undefined ? cause.summary : `${stopped} The last try: ${cause.summary}`;
}

const postponed =
  'This machine has more load than it runs the queue at (mailq marks that X: QueueLA); it is tried once the load has gone down.';

/** Why, where the listing gives no reason. */
function describeNoReason(group: QueueGroup, { recognisedAs }: QueueReport): string {
  const { state, tellsReasons, place } = group;
  if (place !== null && isPoison(place)) return poison;
  const stopped = stoppedWords[state];
  if (stopped !== undefined) return stopped;
  if (state === 'postponed') return postponed;
  if (state === 'active') return 'It is being delivered at this moment.';
  if (recognisedAs === 'exim-bp')
    return 'The listing gives no reason; it stands in the message log (exim -Mvl ID) and the main log (mailwhy log).';
  if (recognisedAs?.startsWith('exchange') === true) return describeExchange(group);
  return tellsReasons
    ? 'The listing tells of no try that failed; the log may have more (mailwhy log).'
    : 'The listing gives no reason; the log has it (mailwhy log).';
}

const poison =
  'Exchange took it for poison: its transport service crashed over it. It stays until it is resumed or removed; see who sent it and what is in it before.';

function isPoison(place: string): boolean {
  return /\\poison$/i.test(place);
}

function describeExchange({ tellsReasons, place }: QueueGroup): string {
  if (!tellsReasons) return 'This view has no reason: add | Format-List, and the LastError is told.';
  if (place !== null && /\\submission$/i.test(place))
    return 'It waits for the categorizer, which finds out where it goes; no error is told.';
  return 'No error is told of it so far.';
}

/** Why there is no command to try it; null where there is one, or none is wanted. */
export function describeNoCommand({ ids, release, remove }: QueueGroup, { recognisedAs }: QueueReport): string | null {
  if (release.length > 0 || ids.length === 0) return null;
  if (recognisedAs === 'qmail-qread')
    return 'qmail has no command for single messages. ALRM to qmail-send tries all of them again (svc -a /service/qmail-send), once qmail-tcpok has forgotten which hosts did not answer.';
  return remove.length > 0 ? null : 'The ids have another form than those of this mail server: no command is made of them.';
}
