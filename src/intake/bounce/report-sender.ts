/**
 * Who sent the message: a mail system beyond doubt, one by its name, or anybody.
 */
import { isAutoReply } from './auto-reply.js';
import { firstValue, type ReadMessage } from './message-header.js';

const systemSender =
  /mailer-?_?daemon|mail-?daemon|post_?master|mail[ ._-]*deliver|delivery[ ._-]*(?:sub)?(?:system|status)|system administrator|mail (?:system|administrator)|\bmdaemon\b|bounce|<>|^\s*$|undeliver|-admin@|mail\.system/i;

/**
 * Named as a mail system. Exchange writes as `Microsoft Outlook` from an address that is made of its name and a number;
 * what people copy from Outlook keeps the name alone, which no person's message has without an address.
 */
const strongSender =
  /^\s*"?microsoft (?:outlook|exchange)"?\s*$|microsoftexchange[\da-f]{32}@|mailer-?_?daemon|mail-?daemon|post_?master|mail[ ._-]*deliver|delivery[ ._-]*(?:sub)?system|delivery status|system administrator|mail\.system|<>/i;

/** Whoever writes from here is no person, whatever the language: the address, not the name beside it. */
const daemon = /mail(?:er)?-?_?daemon\b(?!"?\s*<)|microsoftexchange[\da-f]{32}@|^\s*<\s*>/i;

/** Whether From names a mail system, in its address or beside it. */
export function isNamedSystem(message: ReadMessage): boolean {
  return sentBy(message, strongSender);
}

/** Whether the address is a mail system's, and no person's. */
export function isDaemon(message: ReadMessage): boolean {
  return sentBy(message, daemon);
}

function sentBy(message: ReadMessage, pattern: RegExp): boolean {
  return (message.headers.get('from') ?? []).some((value) => pattern.test(value));
}

/** Whether anything speaks for a mail system: a vague name, the null reverse-path, a report's subject where nobody is named. */
export function isSystemSender(message: ReadMessage, failureSubject: RegExp): boolean {
  const from = message.headers.get('from');
  if (from === undefined) return message.headers.size > 0 && failureSubject.test(firstValue(message, 'subject'));
  return from.some((value) => systemSender.test(value)) || isNullSender(message);
}

/** RFC 5321 section 4.5.5; automatic answers have it as well. */
export function isNullSender(message: ReadMessage): boolean {
  return /^\s*<\s*>/.test(firstValue(message, 'return-path')) && !isAutoReply(message);
}

/** A name in From, or the office of postmaster, is a person's as well, and a fraud's; these are none's. */
export function isBeyondDoubt(message: ReadMessage): boolean {
  return isDaemon(message) || isNullSender(message) || message.headers.has('auto-submitted') || !message.headers.has('from');
}
