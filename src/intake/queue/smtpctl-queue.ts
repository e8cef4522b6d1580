/**
 * OpenSMTPD's `smtpctl show queue`: an envelope a line, fourteen fields between bars (smtpctl(8)).
 */
import { createStrangeLines, type QueueEntry, type QueueListing } from './queue-entry.js';

/** id | family | agent | flags | sender | recipient | destination | created | expires | last try | tries | state | delay | error */
const linePattern =
  /^([0-9a-f]{16})\|[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|(\d+)\|(\d+)\|\d+\|\d+\|([a-z]+)\|(-?\d*)\|?(.*)$/;

export const smtpctlListing: QueueListing = {
  format: 'smtpctl',
  isMark: (line) => linePattern.test(line),
  open({ nowMs }) {
    const strange = createStrangeLines();
    return {
      strange,
      push(line) {
        if (line.trim() === '') return [];
        const match = linePattern.exec(line);
        if (match === null) strange.push(line);
        return match === null ? [] : [readEnvelope(match, nowMs)];
      },
      end: () => [],
    };
  },
};

function readEnvelope(match: RegExpExecArray, nowMs: number): QueueEntry {
  const [, id = '', agent, flags = '', sender = '', recipient = '', destination = '', created, expires, state, delay, told = ''] = match;
  // A notice that is about to be written: what it is about was said of another envelope.
  const isNotice = agent === 'bounce';
  const reason = isNotice ? '' : told;
  const address = isNotice ? sender : destination.startsWith('@') || destination === '' ? recipient : destination;
  return {
    id,
    state:
      flags.includes('suspend') || state === 'offline'
        ? 'suspended'
        : state === 'inflight'
          ? 'active'
          : reason === ''
            ? 'waiting'
            : 'deferred',
    arrivedMs: Number(created) * 1000,
    sender: sender === '@' || isNotice ? '' : sender,
    recipients: [{ address, reason: reason === '' ? null : reason, isOwnSide: agent === 'mda' }],
    destination: null,
    count: 1,
    nextTryMs: state === 'pending' && delay !== '' ? nowMs + Number(delay) * 1000 : null,
    // Without a ttl of its own the envelope shows its creation here.
    expiresMs: Number(expires) > Number(created) ? Number(expires) * 1000 : null,
    tellsReasons: true,
  };
}
