/**
 * What a line adds to the story of a message, whoever wrote it.
 */
import { readEximDetails } from './exim-log.js';
import type { LogEvent } from './log-event.js';
import { readOpensmtpdDetails } from './opensmtpd-log.js';
import { readPostfixDetails } from './postfix-log.js';
import { readSendmailDetails } from './sendmail-log.js';
import type { StoryDetails } from './story-details.js';

const readers: Readonly<Record<LogEvent['format'], (event: LogEvent) => StoryDetails>> = {
  postfix: readPostfixDetails,
  exim: readEximDetails,
  sendmail: readSendmailDetails,
  opensmtpd: readOpensmtpdDetails,
  'exchange-tracking': takeGiven,
  'exchange-protocol': takeGiven,
  'exchange-trace': takeGiven,
};

function takeGiven({ details }: LogEvent): StoryDetails {
  return details ?? {};
}

/** The details of an event; nothing where it adds nothing. */
export function readDetails(event: LogEvent): StoryDetails {
  return readers[event.format](event);
}
