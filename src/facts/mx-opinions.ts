/**
 * Who says what about the MX records: one row for each distinct answer, the authorities first.
 *
 * The authorities are left out where what came in their name may not be theirs. TTLs are the smallest of those
 * that agree.
 */
import type { Fact } from '../model/fact.js';
import type { MxOpinion } from '../model/report.js';
import { type Answer, resolverAnswers } from './answer.js';
import { describeAnswer } from './answer-text.js';
import { authorityViews } from './authority-views.js';
import { targetDomain } from './mail-route.js';

export const mxOpinions: Fact<readonly MxOpinion[]> = {
  name: 'mx-opinions',
  derive(view) {
    const domain = targetDomain(view);
    if (domain === null) return [];
    const authorities = view.read(authorityViews).views.map(({ server, answer, text }) => ({
      server: server.name ?? server.address,
      text: answer.kind !== 'records' || answer.authoritative ? text : `${text} (without authority)`,
      answer,
    }));
    const resolvers = resolverAnswers(view, domain, 'MX').map((answer) => ({
      server: answer.server.address,
      text: describeAnswer(answer, 'MX'),
      answer,
    }));
    return [...groupOpinions(authorities, 'authority'), ...groupOpinions(resolvers, 'resolver')];
  },
};

interface Saying {
  readonly server: string;
  readonly text: string;
  readonly answer: Answer;
}

function groupOpinions(sayings: readonly Saying[], role: MxOpinion['role']): readonly MxOpinion[] {
  const texts = [...new Set(sayings.map(({ text }) => text))];
  return texts.map((text) => {
    const members = sayings.filter((saying) => saying.text === text);
    const ttls = members.flatMap(({ answer }) => answer.ttlSeconds ?? []);
    const servers = [...new Set(members.map(({ server }) => server))];
    return { servers, role, ttlSeconds: ttls.length === 0 ? null : Math.min(...ttls), answer: text };
  });
}
