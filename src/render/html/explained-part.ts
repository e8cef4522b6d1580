/**
 * One explained message on a page: for each recipient what happened, who must act, what to do, what was said.
 */
import type { Explained, ExplainedRecipient } from '../../model/explained.js';
import { describeCertainty } from '../describe-reading.js';
import {
  addressWords,
  describeTeller,
  describeWhole,
  domainOf,
  groupRecipients,
  kindTones,
  type RecipientGroup,
  tellsWaiting,
  verdictWords,
} from '../explained-words.js';
import { describeParties } from '../words.js';
import { type Markup, markup, nothing } from './markup.js';
import { layFact, layLines, layReading, laySteps } from './verdict-part.js';

/** `place`: what its anchors begin with. */
export function layExplained(explained: Explained, place = 'recipient'): Markup {
  const whole = describeWhole(explained);
  const groups = groupRecipients(explained.recipients);
  return markup`${whole === null ? nothing : markup`<p class="quiet">${whole}</p>\n`}${groups.map((group, at) => layGroup(group, `${place}-${at + 1}`))}${explained.carries === null ? nothing : layExplained(explained.carries, `${place}-carried`)}`;
}

function layGroup(group: RecipientGroup, anchor: string): Markup {
  const { first, others } = group;
  const { kind, summary, code, address } = first;
  const also = others.length === 0 ? nothing : layFact('The same for', layOthers(others));
  return markup`<section aria-labelledby="${anchor}">
<h1 id="${anchor}"><span class="badge ${kindTones[kind]}">${verdictWords[kind]}</span> ${summary}</h1>
<p class="quiet"><code>${address ?? 'no recipient named'}</code>${code === null ? nothing : markup` <code>${code}</code>`}</p>
<dl class="facts">
${also}${layFacts(first)}</dl>
</section>
`;
}

/** Addresses that stand open; the rest is folded away. */
const openOthers = 10;

function layOthers(others: readonly string[]): Markup {
  const rest = others.slice(openOthers);
  const more = markup`<details><summary>${rest.length} more</summary><div>${rest.join(', ')}</div></details>`;
  return markup`${others.slice(0, openOthers).join(', ')}${rest.length === 0 ? nothing : more}`;
}

function layFacts(recipient: ExplainedRecipient): readonly Markup[] {
  const { remedy, code, waiting, reply, addressState, confidence, confidenceReason, decidedBy } = recipient;
  const { acts, informs } = describeParties(recipient, domainOf(recipient));
  const state = addressWords[addressState];
  return [
    acts === null ? nothing : layFact('Who must act', acts),
    informs === null ? nothing : layFact('Also tell', informs),
    remedy.length === 0 ? nothing : layFact('What to do', laySteps(remedy)),
    tellsWaiting(recipient) ? layFact('Waiting', `${waiting}.`) : nothing,
    reply === null ? nothing : layFact('Said by', markup`${describeTeller(recipient)}:${layLines(reply.split('\n'))}`),
    reply === null ? nothing : layReading(recipient, null),
    state === null || code === null ? nothing : layFact('The address', `${state}.`),
    layFact('Certainty', describeCertainty(confidence, confidenceReason, recipient)),
    decidedBy === null ? nothing : layFact('Decided by', markup`<code>${decidedBy}</code>`),
  ];
}
