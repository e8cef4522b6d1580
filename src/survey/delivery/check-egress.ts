/**
 * Whether outbound port 25 is blocked here: asked of hosts that have nothing to do with the target.
 *
 * Only where port 25 was silent at a public address and nothing at all answered on it in this trace. A control is
 * connected to, greeted and left; a silent one is looked at for life. The built-in ones rest an hour.
 */

import { isConclusive, resolverAnswers } from '../../facts/answer.js';
import { type Egress, egress } from '../../facts/egress.js';
import { controlDomains, controlPauseMs } from '../../knowledge/controls.js';
import type { DomainName } from '../../model/domain-name.js';
import { type AddressFamily, addressFamily, addressScope, type IpAddress, parseIpAddress } from '../../model/ip-address.js';
import type { ControlLog } from '../../net/control-log.js';
import { probePing } from '../../probe/ping/probe-ping.js';
import { probeSmtp } from '../../probe/smtp/probe-smtp.js';
import { probeConnect } from '../../probe/tcp/probe-connect.js';
import type { Asker } from '../ask.js';
import { resolverQuestions } from '../resolver-questions.js';
import type { DeliverySession } from './delivery-session.js';
import type { Surroundings } from './surroundings.js';
import { oncePerAddress } from './walk-route.js';

export interface EgressCheck {
  readonly asker: Asker;
  readonly surroundings: Surroundings;
  readonly controlLog: ControlLog;
}

interface Control {
  readonly name: DomainName | null;
  readonly address: IpAddress;
}

const mailPort = 25;
/** Controls are near and many: one that needs longer is none. */
const controlTimeoutMs = 8_000;

/** Asks the controls of each family that needs it. */
export async function checkEgress(session: DeliverySession, check: EgressCheck): Promise<void> {
  const { context } = session;
  const families = unsettledFamilies(context.store.view().read(egress));
  if (families.length === 0 || context.options.port !== mailPort || context.signal.aborted) return;
  const names = await controlNames(session, check);
  if (names.length === 0) return;
  await Promise.all(
    families.map(async (family) => {
      const controls = await findControls(session, check, { names, family });
      await Promise.all(controls.map((control) => visitControl(session, control)));
    }),
  );
}

function unsettledFamilies(states: Egress): readonly AddressFamily[] {
  return ([4, 6] as const).filter((family) => states[family].state === 'unknown');
}

interface ControlNames extends Array<DomainName | IpAddress> {}

async function controlNames({ context }: DeliverySession, { surroundings, controlLog, asker }: EgressCheck): Promise<ControlNames> {
  const { controls } = context.options;
  if (controls !== 'built-in') return [...controls];
  const source = surroundings.sources[0];
  if (source === undefined) return [];
  const now = context.doors.clock.wallNow();
  const last = await controlLog.lastAsked(source);
  if (last !== null && now - last < controlPauseMs) return [];
  await controlLog.remember(source, now);
  const exchanges = await Promise.all(controlDomains.map((domain) => firstExchange(context.store, asker, { surroundings, domain })));
  return exchanges.filter((exchange) => exchange !== null);
}

async function firstExchange(
  store: DeliverySession['context']['store'],
  asker: Asker,
  { surroundings, domain }: { readonly surroundings: Surroundings; readonly domain: DomainName },
): Promise<DomainName | null> {
  await Promise.all(resolverQuestions(surroundings.resolvers.slice(0, 2), domain, 'MX').map((question) => asker.ask(question)));
  const answer = resolverAnswers(store.view(), domain, 'MX').find(isConclusive);
  const targets = (answer?.records ?? []).flatMap(({ data }) => (data.type === 'MX' ? [data] : []));
  return targets.sort((a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1))[0]?.exchange ?? null;
}

async function findControls(
  session: DeliverySession,
  { asker, surroundings }: EgressCheck,
  { names, family }: { readonly names: readonly (DomainName | IpAddress)[]; readonly family: AddressFamily },
): Promise<readonly Control[]> {
  const type = family === 4 ? 'A' : 'AAAA';
  const found = await Promise.all(
    names.map(async (text): Promise<readonly Control[]> => {
      const literal = parseIpAddress(text);
      if (literal !== null) return addressFamily(literal) === family ? [{ name: null, address: literal }] : [];
      const name = text as DomainName;
      await Promise.all(resolverQuestions(surroundings.resolvers.slice(0, 2), name, type).map((question) => asker.ask(question)));
      const answer = resolverAnswers(session.context.store.view(), name, type).find(isConclusive);
      return (answer?.records ?? []).flatMap(({ data }) => ('address' in data ? [{ name, address: data.address }] : [])).slice(0, 1);
    }),
  );
  const controls = found.flat().filter(({ address }) => addressScope(address) === 'public');
  return oncePerAddress(controls).filter(({ address }) => session.context.store.find(`connect/${address}/${mailPort}`) === null);
}

/** Connect, greeting, QUIT; where it is silent, a ping and a second port for life. */
async function visitControl(session: DeliverySession, { name, address }: Control): Promise<void> {
  const { context } = session;
  const common = { address, exchange: name, timeoutMs: controlTimeoutMs };
  const [connected] = await Promise.all([
    probeConnect(context, { ...common, id: `connect/${address}/${mailPort}`, port: mailPort, purpose: 'control' }),
    lookForLife(session, { name, address }),
  ]);
  context.store.add(connected.evidence);
  if (connected.stream === null) return;
  const { helo } = await session.identity;
  const { evidence } = await probeSmtp(context, {
    id: `smtp/${address}/control`,
    tlsId: `tls/${address}/control`,
    stream: connected.stream,
    exchange: name,
    purpose: 'control',
    identity: { helo, sender: null, recipient: null },
    upTo: 'greeting',
    startTls: false,
    allowOldTls: false,
    greetingTimeoutMs: controlTimeoutMs,
    replyTimeoutMs: controlTimeoutMs,
    sizeBytes: null,
    smtpUtf8: false,
    eightBit: false,
    extraRecipients: [],
    message: null,
  });
  context.store.add(evidence);
}

async function lookForLife({ context }: DeliverySession, { name, address }: Control): Promise<void> {
  const lifePort = 587;
  const [ping, life] = await Promise.all([
    context.options.ping ? probePing(context, address, { timeoutMs: 3_000 }) : null,
    probeConnect(context, {
      id: `connect/${address}/${lifePort}`,
      address,
      port: lifePort,
      exchange: name,
      purpose: 'life',
      timeoutMs: 4_000,
    }),
  ]);
  life.stream?.end();
  context.store.add(life.evidence);
  if (ping !== null) context.store.add(ping);
}
