/**
 * Whose log a line is of, and what became of a delivery that it tells of.
 */

export const logFormats = ['postfix', 'exim', 'sendmail', 'opensmtpd', 'exchange-tracking', 'exchange-protocol', 'exchange-trace'] as const;
export type LogFormat = (typeof logFormats)[number];

/** `refused`: this server's own refusal of what others wanted to hand it. */
export type LogOutcome = 'delivered' | 'deferred' | 'failed' | 'refused';
