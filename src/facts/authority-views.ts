/**
 * What each of the domain's delegated servers says about its MX: who answers, who agrees, who is lame, who is dead.
 *
 * Told only where the walk reached them by a network that does not interfere (see `network-dns`). Each server is
 * known by name and address; the same name with two addresses is two servers.
 */
import type { DnsServer } from '../model/dns.js';
import type { Fact } from '../model/fact.js';
import { type Answer, isConclusive } from './answer.js';
import { describeAnswer } from './answer-text.js';
import { delegation } from './delegation.js';
import { networkDns } from './network-dns.js';

/** Why a server that answers is no authority. `upwards`: it refers to where the walk came from. */
export type Lameness = 'refused' | 'servfail' | 'not-authoritative' | 'upwards' | 'other-rcode';

export interface AuthorityView {
  readonly server: DnsServer;
  /** `ns1.example.com (192.0.2.53)` */
  readonly label: string;
  readonly state: 'answers' | 'lame' | 'dead' | 'skipped';
  readonly lameness: Lameness | null;
  /** How a dead one fails: `timeout`, `unreachable`, `malformed`. */
  readonly failure: 'timeout' | 'unreachable' | 'malformed' | null;
  readonly answer: Answer;
  /** What it says, in words. */
  readonly text: string;
}

/** Servers that say the same, whatever their TTLs. */
export interface AnswerGroup {
  readonly text: string;
  readonly views: readonly AuthorityView[];
}

export interface AuthorityViews {
  /** `asked`: the servers below were; `no-delegation`: the walk ended above, so there are none; `unknown`: see `reason`. */
  readonly state: 'asked' | 'no-delegation' | 'unknown';
  readonly reason: string | null;
  readonly zone: string;
  readonly views: readonly AuthorityView[];
  /** Of those that answer with authority; more than one: they disagree. The largest first. */
  readonly groups: readonly AnswerGroup[];
  /** Delegated names for which no address was found. */
  readonly addressless: readonly string[];
}

export const authorityViews: Fact<AuthorityViews> = {
  name: 'authority-views',
  derive(view) {
    const walked = view.read(delegation);
    const base = { zone: walked.zone, views: [], groups: [], addressless: [], reason: null };
    const reason = reasonOfSilence(view.read(networkDns).state, walked.state);
    if (reason !== null) return { ...base, state: 'unknown', reason };
    if (walked.servers.length === 0 && walked.state !== 'servers-unusable') return { ...base, state: 'no-delegation' };
    const views = walked.answers.map(deriveView).filter(({ state }) => state !== 'skipped');
    const addressless = (walked.cuts.at(-1)?.nameServers ?? []).filter(({ addresses }) => addresses.length === 0).map(({ name }) => name);
    if (views.length === 0 && addressless.length === 0) return { ...base, state: 'unknown', reason: 'no server of the domain was asked' };
    return { ...base, state: 'asked', views, groups: groupViews(views), addressless };
  },
};

function reasonOfSilence(network: string, walked: string): string | null {
  if (network === 'not-asked') return 'the walk from the root was not asked for';
  if (network === 'blocked') return "this network lets no DNS out to the domain's servers";
  if (network === 'intercepted') return "somebody else answers in the place of the domain's servers";
  if (network === 'unknown') return 'the root servers gave no answer';
  if (walked === 'no-answer-above' || walked === 'no-end') return 'the walk ended above the domain';
  return null;
}

function deriveView(answer: Answer): AuthorityView {
  const { server } = answer;
  const label = server.name === null ? server.address : `${server.name} (${server.address})`;
  const lameness = findLameness(answer);
  const failure = answer.kind === 'timeout' || answer.kind === 'unreachable' || answer.kind === 'malformed' ? answer.kind : null;
  const state = answer.kind === 'skipped' ? 'skipped' : failure !== null ? 'dead' : lameness === null ? 'answers' : 'lame';
  return { server, label, state, lameness, failure, answer, text: describeAnswer(answer, 'MX') };
}

function findLameness(answer: Answer): Lameness | null {
  if (answer.kind === 'refused' || answer.kind === 'servfail' || answer.kind === 'other-rcode') return answer.kind;
  if (answer.kind === 'referral') return 'upwards';
  return isConclusive(answer) && !answer.authoritative ? 'not-authoritative' : null;
}

function groupViews(views: readonly AuthorityView[]): readonly AnswerGroup[] {
  const answering = views.filter(({ state }) => state === 'answers');
  const texts = [...new Set(answering.map(({ text }) => text))];
  const groups = texts.map((text) => ({ text, views: answering.filter((view) => view.text === text) }));
  return groups.sort((a, b) => b.views.length - a.views.length || (a.text < b.text ? -1 : 1));
}
