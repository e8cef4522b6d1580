/**
 * A world in which one exchange, in order otherwise, refuses at MAIL or RCPT as servers in the field do.
 */
import type { TraceOptions } from '../../model/trace-options.js';
import type { Code, Party } from '../../model/vocabulary.js';
import { describeWorld, type NamedWorld } from './base.js';

export interface RefusalSketch {
  readonly name: string;
  readonly title: string;
  readonly stage: 'mail' | 'rcpt';
  readonly reply: string;
  readonly code: Code;
  readonly responsible?: Party;
  readonly options?: Partial<TraceOptions>;
  /** The server's own name, where the provider matters: its exchange carries it. */
  readonly host?: string;
  readonly others?: readonly Code[];
}

/** A world of one refusal: permanent with 5yz, temporary with 4yz. */
export function describeRefusal({ name, title, stage, reply, code, responsible, options, host, others = [] }: RefusalSketch): NamedWorld {
  const outcome = reply.startsWith('5') ? 'undeliverable' : 'delayed';
  const script = { [stage]: reply, ...(host === undefined ? {} : { name: host }) };
  const provider = host === undefined ? {} : hostedBy(host);
  return describeWorld(name, title, {
    ...provider,
    mx1: script,
    ...(options === undefined ? {} : { options }),
    expect: { outcome, cause: code, codes: [code, ...others], endsAt: '192.0.2.25', ...(responsible === undefined ? {} : { responsible }) },
  });
}

/** The domain's exchange lies under the provider's name, at the usual address. */
function hostedBy(host: string) {
  const zone = host.split('.').slice(-2).join('.');
  return {
    records: [`@ MX 10 ${host}`],
    zones: { [zone]: { servers: { [`ns1.${zone}`]: '192.0.2.58' }, records: [`${host} A 192.0.2.25`] } },
  };
}
