/**
 * When the senders of the world try again and when they give up, counted from a message's first try.
 *
 * Data from the products' sources and manuals; defaults, no local changes. Real tries come later by what a
 * queue runner's interval adds, so the second try has a range. How they walk a route stands in `senders`.
 */
import type { SenderId } from './senders.js';

export interface RetrySchedule {
  readonly sender: Exclude<SenderId, 'conforming'>;
  /** The tries that follow a temporary reply, in ms from the first try, about the first eight. */
  readonly afterReplyMs: readonly number[];
  /** The tries that follow a failed connection, where the product keeps another time for them. */
  readonly afterNoConnectionMs: readonly number[];
  /** When the second try comes after a temporary reply: the earliest and the latest, in ms from the first try. */
  readonly secondTryMs: readonly [number, number];
  /** When it bounces the message, in ms from the first try. */
  readonly givesUpMs: number;
  readonly source: string;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The wait grows with the message's age: from 300 s, doubled by the age itself, up to 4000 s (minimal_ and maximal_backoff_time). */
const postfixTries = [300, 600, 1_200, 2_400, 4_800, 8_800, 12_800, 16_800].map((seconds) => seconds * second);

/** `F,2h,15m`: every 15 minutes for 2 hours; what follows lies behind the eighth. */
const eximTries = [15, 30, 45, 60, 75, 90, 105, 120].map((minutes) => minutes * minute);

/** `G,16h,1h,1.5`: until 16 hours the wait grows from 1 hour by half of itself; `F,4d,6h`: then every 6 hours until 4 days. */
export const eximLaterTries: readonly number[] = listEximLaterTries();

function listEximLaterTries(): readonly number[] {
  const tries: number[] = [];
  let wait = hour;
  for (let at = 2 * hour + wait; at < 4 * day; at += at < 16 * hour ? wait : 6 * hour) {
    tries.push(at);
    wait *= 1.5;
  }
  return tries;
}

const sendmailTries = [30, 60, 90, 120, 150, 180, 210, 240].map((minutes) => minutes * minute);

/** The first delays are at most 15 minutes, growing to 60; the real ones change with the load. */
const exchangeOnlineTries = [15, 45, 105, 165, 225, 285, 345, 405].map((minutes) => minutes * minute);

export const retrySchedules: readonly RetrySchedule[] = [
  {
    sender: 'postfix',
    afterReplyMs: postfixTries,
    afterNoConnectionMs: postfixTries,
    secondTryMs: [5 * minute, 10 * minute],
    givesUpMs: 5 * day,
    source: 'postconf(5): queue_run_delay 300s, minimal_backoff_time 300s, maximal_backoff_time 4000s, maximal_queue_lifetime 5d',
  },
  {
    sender: 'exim',
    afterReplyMs: eximTries,
    afterNoConnectionMs: eximTries,
    secondTryMs: [15 * minute, 15 * minute],
    givesUpMs: 4 * day,
    source: 'Exim specification, retry configuration: * * F,2h,15m; G,16h,1h,1.5; F,4d,6h',
  },
  {
    sender: 'sendmail',
    afterReplyMs: sendmailTries,
    afterNoConnectionMs: sendmailTries,
    secondTryMs: [15 * minute, 60 * minute],
    givesUpMs: 5 * day,
    source: 'Sendmail Installation and Operation Guide: -q30m, Timeout.queuereturn 5d',
  },
  {
    sender: 'exchange',
    afterReplyMs: [15, 30, 45, 60, 75, 90, 105, 120].map((minutes) => minutes * minute),
    /** Four quick tries a minute apart, six of 5 minutes, then every 10. */
    afterNoConnectionMs: [1, 2, 3, 4, 9, 14, 19, 24].map((minutes) => minutes * minute),
    secondTryMs: [15 * minute, 15 * minute],
    givesUpMs: 2 * day,
    source: 'Exchange Server documentation: message retry, resubmit and expiration intervals',
  },
  {
    sender: 'exchange-online',
    afterReplyMs: exchangeOnlineTries,
    afterNoConnectionMs: exchangeOnlineTries,
    secondTryMs: [5 * minute, 15 * minute],
    givesUpMs: 1 * day,
    source: 'Exchange Online documentation: messages expire after 24 hours since March 2019',
  },
];
