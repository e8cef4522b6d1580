/**
 * Where a header is not of the form that receivers want: fields that lack, that stand too often, and mail to many without
 * a way to leave that a program can take.
 */
import type { FormFault } from '../../model/headers-report.js';
import { parseTagList, withoutBlanks } from '../../parse/tag-list.js';
import { fieldValues, type HeaderField } from './header-fields.js';

/** RFC 5322 section 3.6: at most one of each. */
const singleFields = ['From', 'Date', 'Subject', 'Message-ID', 'To', 'Cc', 'Reply-To', 'Sender', 'In-Reply-To', 'References'];
/** The first two must stand there, the third should. */
const neededFields = ['From', 'Date', 'Message-ID'];
/** What tells a whole header from a part that somebody pasted. */
const authorFields = ['from', 'to', 'subject', 'date', 'message-id'];

/** The faults, in the order in which they weigh. */
export function findFormFaults(fields: readonly HeaderField[]): readonly FormFault[] {
  const count = (name: string) => fieldValues(fields, name.toLowerCase()).length;
  const isWhole = count('received') > 0 && authorFields.filter((name) => count(name) > 0).length >= 3;
  const repeated = singleFields.filter((name) => count(name) > 1).map((name): FormFault => ({ kind: 'repeated', field: name }));
  const missing = neededFields.filter((name) => isWhole && count(name) === 0).map((name): FormFault => ({ kind: 'missing', field: name }));
  return [...repeated, ...missing, ...findUnsubscribeFault(fields)];
}

/** RFC 8058: leaving with one click needs List-Unsubscribe-Post, and a signature over both fields. */
function findUnsubscribeFault(fields: readonly HeaderField[]): readonly FormFault[] {
  const unsubscribe = fieldValues(fields, 'list-unsubscribe');
  if (unsubscribe.length === 0 || isDiscussionList(fields)) return [];
  const hasPost = fieldValues(fields, 'list-unsubscribe-post').some((value) => /one-click/i.test(value));
  if (!hasPost) return [{ kind: 'no-one-click', field: 'List-Unsubscribe-Post' }];
  const signed = fieldValues(fields, 'dkim-signature').map((value) =>
    withoutBlanks(parseTagList(value).tags.get('h') ?? '')
      .toLowerCase()
      .split(':'),
  );
  const isCovered = signed.some((names) => names.includes('list-unsubscribe') && names.includes('list-unsubscribe-post'));
  return isCovered || signed.length === 0 ? [] : [{ kind: 'one-click-unsigned', field: 'List-Unsubscribe-Post' }];
}

/** Its members write to it, and leave by writing too. */
function isDiscussionList(fields: readonly HeaderField[]): boolean {
  const isList = fieldValues(fields, 'precedence').some((value) => value.trim().toLowerCase() === 'list');
  return isList || fieldValues(fields, 'list-post').length > 0;
}
