/**
 * The names under which mail servers log to syslog and to journald.
 *
 * Several instances of Postfix have names of their own (`postfix-out/smtp`); OpenSMTPD's only program is `smtpd`.
 */
import type { LogFormat } from '../../model/log-outcome.js';

/** How each name begins. */
const programs: readonly (readonly [prefix: string, format: LogFormat])[] = [
  ['postfix', 'postfix'],
  ['exim', 'exim'],
  ['sm-mta', 'sendmail'],
  ['sm-msp', 'sendmail'],
  ['sendmail', 'sendmail'],
  ['smtpd', 'opensmtpd'],
];

export const mailPrograms: readonly string[] = programs.map(([prefix]) => prefix);

/** Whose program it is; null where it is no mail server's. */
export function findMailProgram(program: string): LogFormat | null {
  return programs.find(([prefix]) => program.startsWith(prefix))?.[1] ?? null;
}
