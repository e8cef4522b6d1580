/**
 * How this machine stands as a sender: what many servers look up, and refuse for only after DATA.
 *
 * PTR and forward match of the public source address, the addresses of the HELO name, MX and A of the
 * sender's domain. Everything is asked of the first two resolvers only.
 */
import { resolverAnswers } from '../../facts/answer.js';
import { publicSources } from '../../facts/public-sources.js';
import type { TraceIdentity } from '../../model/case-file.js';
import { assertDomainName, type DomainName, parseDomainName } from '../../model/domain-name.js';
import { type IpAddress, reverseName } from '../../model/ip-address.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { resolverQuestions } from '../resolver-questions.js';
import type { Surroundings } from './surroundings.js';

export interface StandingRequest {
  readonly asker: Asker;
  readonly surroundings: Surroundings;
}

/** Looks up what belongs to the identity; may run beside the walk. */
export async function lookUpIdentity(request: StandingRequest, { helo, sender }: TraceIdentity): Promise<void> {
  const heloName = helo.startsWith('[') ? null : parseDomainName(helo);
  const senderDomain = sender === null || sender === '' ? null : parseDomainName(sender.slice(sender.lastIndexOf('@') + 1));
  await Promise.all([
    heloName === null ? null : askAll(request, heloName, ['A', 'AAAA']),
    senderDomain === null ? null : askAll(request, senderDomain, ['MX', 'A', 'AAAA']),
  ]);
}

/** Looks up the names of the public source addresses known by now, and where they lead. */
export async function lookUpSources(context: SurveyContext, request: StandingRequest): Promise<void> {
  const sources = context.store.view().read(publicSources);
  await Promise.all(sources.map(({ address }) => lookUpSource(context, request, address)));
}

async function lookUpSource(context: SurveyContext, request: StandingRequest, address: IpAddress): Promise<void> {
  const owner = assertDomainName(reverseName(address));
  await askAll(request, owner, ['PTR']);
  const names = resolverAnswers(context.store.view(), owner, 'PTR').flatMap((answer) =>
    answer.records.flatMap(({ data }) => (data.type === 'PTR' ? [data.target] : [])),
  );
  const type = address.includes(':') ? 'AAAA' : 'A';
  await Promise.all([...new Set(names)].slice(0, 3).map((name) => askAll(request, name, [type])));
}

async function askAll({ asker, surroundings }: StandingRequest, name: DomainName, types: readonly string[]): Promise<void> {
  const questions = types.flatMap((type) => resolverQuestions(surroundings.resolvers.slice(0, 2), name, type));
  await Promise.all(questions.map((question) => asker.ask(question)));
}
