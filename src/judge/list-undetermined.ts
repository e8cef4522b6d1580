/**
 * What could not be told, in words: the checks that ended so, those with the same reason together.
 */
import { codeClauses } from '../knowledge/wording/code-clauses.js';
import type { Check, Verdict } from '../model/report.js';
import type { RegisteredRule } from '../model/rule.js';
import type { Code } from '../model/vocabulary.js';
import { formatList } from './format-argument.js';

/** Beyond this many, what was asked is told by its field and no longer clause by clause. */
const clausesLimit = 2;

/** What the rules of a folder are about, in the order of a delivery. */
const fields: Readonly<Record<string, string>> = {
  local: 'this machine and its network',
  resolver: 'your resolvers',
  domain: "the domain's name servers",
  mx: 'the MX records',
  route: 'the route',
  network: 'the network',
  host: 'the hosts',
  port: 'port 25',
  path: 'the path',
  greeting: 'the greeting',
  hello: 'your name',
  tls: 'TLS',
  sender: 'how you stand as a sender',
};

/** What a server thinks of the sender is no question where no server was spoken to. */
const onlyInConversation = /^(sender|hello)\//;

export interface Undetermined {
  readonly checks: readonly Check[];
  readonly rules: readonly RegisteredRule[];
  /** Whether any conversation with a server of the route came about. */
  readonly spoken: boolean;
}

/** "whether outbound port 25 is blocked where the trace runs", with the reason of the check; one entry for each reason. */
export function listUndetermined({ checks, rules, spoken }: Undetermined): Verdict['undetermined'] {
  const open = checks.filter(({ rule, result }) => result === 'could-not-tell' && (spoken || !onlyInConversation.test(rule)));
  const reasons = [...new Set(open.map(({ reason }) => reason ?? 'no reason is told'))];
  return reasons.map((why) => {
    const ids = open.filter(({ reason }) => (reason ?? 'no reason is told') === why).map(({ rule }) => rule);
    return { what: describeQuestions(rules.filter(({ id }) => ids.includes(id))), why };
  });
}

function describeQuestions(asking: readonly RegisteredRule[]): string {
  const clauses = asking.flatMap(({ says }) => Object.keys(says) as Code[]).map((code) => `whether ${codeClauses[code]}`);
  if (clauses.length <= clausesLimit) return clauses.join(', or ');
  const folders = new Set(asking.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const named = Object.keys(fields).filter((folder) => folders.has(folder));
  return formatList(named.map((folder) => fields[folder] ?? folder)) ?? clauses[0] ?? '';
}
