import { expect, it } from 'vitest';
import { markup, nothing } from './markup.js';

it.each([
  ['a text is escaped', markup`<p>${'<b>&"\''}</p>`, '<p>&lt;b&gt;&amp;&quot;&#39;</p>'],
  ['a text is made visible', markup`${'\u001b\n'}`, '\\x1b\\x0a'],
  ['markup stays as it is', markup`<p>${markup`<b>x</b>`}</p>`, '<p><b>x</b></p>'],
  ['a list of markup is joined', markup`${[markup`<i>1</i>`, markup`<i>2</i>`]}`, '<i>1</i><i>2</i>'],
  ['a number stands as it is', markup`${7}`, '7'],
  ['nothing is nothing', markup`a${nothing}b`, 'ab'],
])('%s', (_, { html }, expected) => {
  expect(html).toBe(expected);
});
