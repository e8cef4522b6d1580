/**
 * What the header says of the message itself: a list's, a bounce, an automatic one; in sentences.
 */
import { fieldValues, type HeaderField } from './header-fields.js';

/** Empty for an ordinary message. */
export function describeNature(fields: readonly HeaderField[]): readonly string[] {
  const first = (name: string) => fieldValues(fields, name)[0]?.slice(0, 500) ?? null;
  return [
    ...describeList(first('list-id'), first('list-unsubscribe'), first('list-post')),
    ...describeAutomatic(first('auto-submitted'), first('precedence')),
    ...describeSuppression(first('x-auto-response-suppress')),
    ...describeBounce(first('return-path'), fieldValues(fields, 'x-failed-recipients')),
  ];
}

function describeList(id: string | null, unsubscribe: string | null, post: string | null): readonly string[] {
  if (id === null && post === null) return unsubscribe === null ? [] : ['It is mail to many: List-Unsubscribe tells how to leave.'];
  const leave = unsubscribe === null ? '' : '; List-Unsubscribe tells how to leave';
  const closed = /^\s*NO\b/.test(post ?? '') ? '; nobody may answer to the list' : '';
  return [`It came by a mailing list${id === null ? '' : ` (${id})`}${closed}${leave}.`];
}

/** RFC 3834 section 5. */
function describeAutomatic(submitted: string | null, precedence: string | null): readonly string[] {
  const word = submitted?.trim().toLowerCase().split(/[\s;]/)[0] ?? 'no';
  if (word === 'auto-replied') return ['A program answered: Auto-Submitted says auto-replied (an out-of-office notice or a bounce).'];
  if (word !== 'no' && word !== '') return [`A program wrote it: Auto-Submitted says ${word}.`];
  const kind = precedence?.trim().toLowerCase() ?? '';
  return ['bulk', 'junk', 'list', 'auto_reply'].includes(kind) ? [`Precedence says ${kind}: automatic answers to it are not wanted.`] : [];
}

function describeSuppression(value: string | null): readonly string[] {
  return value === null ? [] : [`X-Auto-Response-Suppress asks Exchange for no automatic answers (${value}).`];
}

function describeBounce(returnPath: string | null, failed: readonly string[]): readonly string[] {
  const recipients = failed
    .flatMap((value) => value.split(','))
    .map((each) => each.trim().slice(0, 255))
    .filter((each) => each !== '');
  const shown = recipients.slice(0, 5).join(', ');
  const more = recipients.length > 5 ? ` and ${recipients.length - 5} more` : '';
  return [
    ...(recipients.length === 0
      ? []
      : [`It is a bounce of Exim or Gmail: X-Failed-Recipients names ${shown}${more}. The body says why: mailwhy explain reads it.`]),
    ...(returnPath?.replace(/\s/g, '') === '<>'
      ? ['Its envelope sender is empty (<>): a bounce or another notice that nobody may bounce.']
      : []),
  ];
}
