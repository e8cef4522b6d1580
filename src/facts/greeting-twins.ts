/**
 * Greetings that unrelated hosts share to the letter: a sign that somebody between answers for them.
 *
 * Hosts are unrelated where their exchanges lie under different parent names and their addresses in
 * different networks (/16, /32): two exchanges of one provider may well greet alike.
 */

import { parentName } from '../model/domain-name.js';
import type { SmtpEvidence } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import { ipAddressBytes } from '../model/ip-address.js';

export interface GreetingTwins {
  readonly greeting: string;
  readonly hosts: readonly string[];
  readonly evidence: readonly string[];
}

export const greetingTwins: Fact<readonly GreetingTwins[]> = {
  name: 'greeting-twins',
  derive(view) {
    const byGreeting = new Map<string, SmtpEvidence[]>();
    for (const smtp of view.list('smtp')) {
      const greeting = smtp.exchanges.find(({ stage }) => stage === 'greeting')?.reply?.lines[0]?.text ?? '';
      if (smtp.exchange !== null && isTelling(greeting)) byGreeting.set(greeting, [...(byGreeting.get(greeting) ?? []), smtp]);
    }
    const groups = [...byGreeting].filter(([, conversations]) => areUnrelated(conversations));
    return groups.slice(0, 1).map(([greeting, conversations]) => ({
      greeting,
      hosts: [...new Set(conversations.map(({ exchange, address }) => `${exchange} [${address}]`))],
      evidence: conversations.map(({ id }) => id),
    }));
  },
};

/** A greeting that names a host: "220 ready" alone may be anybody's. */
function isTelling(greeting: string): boolean {
  return /^\d{3}[ -]\S+\.\S+/.test(greeting);
}

function areUnrelated(conversations: readonly SmtpEvidence[]): boolean {
  const operators = new Set(conversations.map(({ exchange }) => (exchange === null ? '' : parentName(exchange))));
  const networks = new Set(
    conversations.map(({ address }) =>
      ipAddressBytes(address)
        .slice(0, address.includes(':') ? 4 : 2)
        .join('.'),
    ),
  );
  return operators.size > 1 && networks.size > 1;
}
