/**
 * What a live trace says of what was explained, on a page.
 */
import type { FollowUp, FollowUpTarget } from '../../model/follow-up.js';
import { describeFollowUp, describeLeftOut, describeSaid, describeTold, resultTones, resultWords } from '../follow-up-words.js';
import { type Markup, markup, nothing } from './markup.js';
import { layFact, layLines, laySteps } from './verdict-part.js';

/** Nothing where nobody asked for it. */
export function layFollowUp(followUp: FollowUp | null): Markup {
  if (followUp === null) return nothing;
  const left = describeLeftOut(followUp);
  return markup`<section aria-labelledby="followed-up">
<h2 id="followed-up">Followed up</h2>
<p>${describeFollowUp(followUp)}</p>
${left === null ? nothing : markup`<p class="notice">${left}</p>\n`}${followUp.targets.map(layTarget)}</section>
`;
}

function layTarget(target: FollowUpTarget): Markup {
  const { address, result, says, told, seen } = target;
  return markup`<details open>
<summary><strong class="${resultTones[result]}">${resultWords[result]}</strong> <code>${address}</code></summary>
<div>
<p>${says}</p>
<dl class="facts">
${layFact('Told', markup`${describeTold(target)} ${laySaid(told)}`)}${seen === null ? nothing : layFact('Now', markup`${seen.code ?? 'accepted'} ${laySaid(seen)}`)}${seen === null || seen.remedy.length === 0 || result === 'still-true' ? nothing : layFact('What to do', laySteps(seen.remedy))}</dl>
</div>
</details>
`;
}

function laySaid(said: Parameters<typeof describeSaid>[0]): Markup {
  const [who, what] = describeSaid(said);
  return what.length === 0 ? nothing : markup`<div>${who}${layLines(what)}</div>`;
}
