/**
 * The words of a report in which nobody replied: a code of their class stands before them, so that they are read like a reply.
 */

/** The reporter's own words, without a code that nobody said. */
export function stripStandIn(text: string): string {
  return text.replace(/^[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?/, '');
}
