/**
 * How many distinct replies are classified a second, in one thread and without a memo: the examples of the knowledge, each
 * with another address, host and number in it, so that no two texts are alike.
 *
 * `node bench/replies.mjs` prints the figure; `tsc -p tsconfig.bench.json` goes before.
 */
import { fileURLToPath } from 'node:url';
import { explainReply } from '../.cache/bench/facts/reply-meaning.js';
import { allReplyEntries } from '../.cache/bench/knowledge/replies/all-entries.js';
import { parseReplyText } from '../.cache/bench/parse/smtp/parse-reply-text.js';

const distinct = 200_000;
const least = 100_000;

/** The replies, read: classifying is what is measured, not reading. */
function makeReplies() {
  const examples = allReplyEntries.flatMap(({ examples }) => examples);
  return Array.from({ length: distinct }, (_, at) => {
    const { reply, stage = null, host = null } = examples[at % examples.length];
    const text = reply
      .replace(/[\w.]+@[\w.-]+/g, `user${at}@host${at % 977}.example`)
      .replace(/\b192\.0\.2\.\d+/g, `192.0.${at % 250}.${(at >> 8) % 250}`);
    return { reply: parseReplyText(`${text} (${at.toString(36)})`), context: { stage, host } };
  }).filter(({ reply }) => reply !== null);
}

/** Replies a second, the best of three rounds. */
export function measureReplies() {
  const replies = makeReplies();
  const rounds = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    for (const { reply, context } of replies) explainReply(reply, context);
    return replies.length / ((performance.now() - begun) / 1000);
  });
  return { name: 'replies classified', value: Math.max(...rounds), unit: 'a second', yardstick: least, against: 'the bound', least: 1 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { value } = measureReplies();
  console.log(`${value.toFixed(0)} distinct replies a second (at least ${least})`);
}
