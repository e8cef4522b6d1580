/**
 * As whom the trace presents itself: the name in EHLO and the reverse-path.
 *
 * HELO: what was told; else this machine's full name where it resolves; else the PTR name of the source address
 * where it leads back; else the address literal. Never `localhost`, a short name or the target's own
 * name. Sender: what was told; else postmaster at the full name where that resolves; else none, and the
 * trace stops before MAIL.
 */
import { resolverAnswers } from '../../facts/answer.js';
import type { TraceIdentity } from '../../model/case-file.js';
import { assertDomainName, type DomainName, isHostName, isWithin } from '../../model/domain-name.js';
import type { SystemEvidence } from '../../model/evidence.js';
import { addressFamily, addressLiteral, type IpAddress, reverseName } from '../../model/ip-address.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { resolverQuestions } from '../resolver-questions.js';
import type { Surroundings } from './surroundings.js';

export interface IdentityRequest {
  readonly surroundings: Surroundings;
  /** A name under which nobody but the target may present itself; null for literals. */
  readonly targetDomain: DomainName | null;
}

/** Finds the identity; asks the resolvers only for what nobody told. */
export async function findIdentity(context: SurveyContext, asker: Asker, request: IdentityRequest): Promise<TraceIdentity> {
  const { options } = context;
  const assumed: ('helo' | 'sender')[] = [];
  const needsName = options.helo === null || options.from === null;
  const fullName = needsName ? await resolvingFullName(context, asker, request) : null;
  if (options.helo === null) assumed.push('helo');
  if (options.from === null) assumed.push('sender');
  return {
    helo: options.helo ?? fullName ?? (await findHeloName(context, asker, request)),
    sender: options.from ?? (fullName === null ? null : `postmaster@${fullName}`),
    assumed,
  };
}

async function resolvingFullName(context: SurveyContext, asker: Asker, request: IdentityRequest): Promise<DomainName | null> {
  const fullName = usableName(request.surroundings.system, request);
  if (fullName === null) return null;
  return (await addressesOf(context, asker, { name: fullName, request })).length > 0 ? fullName : null;
}

function usableName({ fullName }: SystemEvidence, request: IdentityRequest): DomainName | null {
  return fullName !== null && isFitForHelo(fullName, request) ? fullName : null;
}

/** A name of two labels at least that is nobody else's. */
function isFitForHelo(name: DomainName, { targetDomain }: IdentityRequest): boolean {
  const generic = /^localhost(\.|$)|\.(local|localdomain|lan|internal|home|invalid)$/.test(name);
  return isHostName(name) && name.includes('.') && !generic && name !== targetDomain;
}

async function findHeloName(context: SurveyContext, asker: Asker, request: IdentityRequest): Promise<string> {
  const { sources } = request.surroundings;
  const source = sources[0];
  if (source === undefined) return request.surroundings.system.hostName;
  return (await forwardConfirmedName(context, asker, { source, request })) ?? addressLiteral(source);
}

/** The PTR name of the address where its own addresses lead back to it. */
async function forwardConfirmedName(
  context: SurveyContext,
  asker: Asker,
  { source, request }: { readonly source: IpAddress; readonly request: IdentityRequest },
): Promise<DomainName | null> {
  const owner = assertDomainName(reverseName(source));
  await askResolvers(asker, request, owner, ['PTR']);
  const names = resolverAnswers(context.store.view(), owner, 'PTR').flatMap((answer) =>
    answer.records.flatMap(({ data }) => (data.type === 'PTR' ? [data.target] : [])),
  );
  const name = names.find((candidate) => isFitForHelo(candidate, request) && !isTargetHost(candidate, request));
  if (name === undefined) return null;
  return (await addressesOf(context, asker, { name, request })).includes(source) ? name : null;
}

function isTargetHost(name: DomainName, { targetDomain }: IdentityRequest): boolean {
  return targetDomain !== null && isWithin(name, targetDomain);
}

async function addressesOf(
  context: SurveyContext,
  asker: Asker,
  { name, request }: { readonly name: DomainName; readonly request: IdentityRequest },
): Promise<readonly IpAddress[]> {
  const types = addressTypes(request.surroundings);
  await askResolvers(asker, request, name, types);
  const view = context.store.view();
  return types.flatMap((type) =>
    resolverAnswers(view, name, type).flatMap((answer) => answer.records.flatMap(({ data }) => ('address' in data ? [data.address] : []))),
  );
}

function addressTypes({ sources }: Surroundings): ('A' | 'AAAA')[] {
  const hasV6 = sources.some((source) => addressFamily(source) === 6);
  return hasV6 ? ['A', 'AAAA'] : ['A'];
}

async function askResolvers(asker: Asker, { surroundings }: IdentityRequest, name: DomainName, types: readonly string[]): Promise<void> {
  const questions = types.flatMap((type) => resolverQuestions(surroundings.resolvers, name, type));
  await Promise.all(questions.map((question) => asker.ask(question)));
}
