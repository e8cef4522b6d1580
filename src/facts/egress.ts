/**
 * Whether connections to port 25 leave this network, for each family apart.
 *
 * Any answer on 25 from any public address in this trace settles it: open. Else the controls decide: two
 * hosts that are alive elsewhere (on another port, by ping) and silent on 25 mean blocked here; a control that shows
 * no life counts for nothing; with none usable it stays unknown.
 */
import type { ConnectEvidence } from '../model/evidence.js';
import type { Fact, FactView } from '../model/fact.js';
import { type AddressFamily, addressFamily, addressScope } from '../model/ip-address.js';

export interface EgressState {
  /** `not-asked`: nothing was silent, so nobody asked. */
  readonly state: 'open' | 'blocked' | 'unknown' | 'not-asked';
  /** The addresses that settle it. */
  readonly witnesses: readonly string[];
  readonly evidence: readonly string[];
}

export type Egress = Readonly<Record<AddressFamily, EgressState>>;

/** How many silent controls it takes to say that port 25 is blocked here. */
const controlsNeeded = 2;

export const egress: Fact<Egress> = {
  name: 'egress',
  derive: (view) => ({ 4: deriveEgress(view, 4), 6: deriveEgress(view, 6) }),
};

function deriveEgress(view: FactView, family: AddressFamily): EgressState {
  const connects = view
    .list('connect')
    .filter(
      (connect) => addressFamily(connect.address) === family && addressScope(connect.address) === 'public' && connect.purpose !== 'life',
    );
  const answered = connects.filter((connect) => isMailPort(view, connect) && isAnswer(connect));
  if (answered.length > 0)
    return { state: 'open', witnesses: answered.map(({ address }) => address), evidence: answered.map(({ id }) => id) };
  const silent = connects.filter((connect) => isMailPort(view, connect) && isSilent(connect));
  if (silent.length === 0) return { state: 'not-asked', witnesses: [], evidence: [] };
  const controls = silent.filter((connect) => connect.purpose === 'control' && showsLife(view, connect));
  const evidence = silent.map(({ id }) => id);
  if (controls.length >= controlsNeeded) return { state: 'blocked', witnesses: controls.map(({ address }) => address), evidence };
  return { state: 'unknown', witnesses: [], evidence };
}

function isMailPort(view: FactView, { port, purpose }: ConnectEvidence): boolean {
  return purpose === 'control' ? port === 25 : port === view.file.options.port;
}

/** A refusal or reset is an answer too: the packet got there and back. */
function isAnswer({ outcome }: ConnectEvidence): boolean {
  return outcome.state === 'connected' || (outcome.state === 'failed' && (outcome.failure === 'refused' || outcome.failure === 'reset'));
}

function isSilent({ outcome }: ConnectEvidence): boolean {
  return outcome.state === 'failed' && (outcome.failure === 'silent' || outcome.failure === 'prohibited');
}

/** Whether a silent host is alive all the same: it answers a ping, or on its second port. */
export function showsLife(view: FactView, { address }: Pick<ConnectEvidence, 'address'>): boolean {
  const ping = view.find(`ping/${address}`);
  if (ping?.kind === 'ping' && ping.outcome.state === 'answered') return true;
  const life = view.find(`connect/${address}/587`);
  return life?.kind === 'connect' && isAnswer(life);
}
