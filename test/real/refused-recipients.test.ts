import { expect } from 'vitest';
import { describeReal } from './support/real-tests.js';
import { type Found, type Scenario, testScenarios, verdictReply } from './support/scenario.js';
import { unknownUser } from './support/world.js';

const unknown: Found = {
  outcome: 'undeliverable',
  cause: 'recipient.unknown',
  responsible: 'sender-user',
  troubles: ['error recipient.unknown'],
};
const relayDenied: Found = {
  outcome: 'undeliverable',
  cause: 'server.relay-denied',
  responsible: 'recipient-mail',
  troubles: ['error server.relay-denied'],
};

function saying(words: string): NonNullable<Scenario['also']> {
  return (run) => expect(verdictReply(run)).toContain(words);
}

describeReal('a mailbox that does not exist, in the words of', () => {
  testScenarios([
    { name: 'Postfix', to: `${unknownUser}@postfix.example`, found: unknown, also: saying('User unknown in local recipient table') },
    { name: 'Exim', to: `${unknownUser}@exim.example`, found: unknown, also: saying('550 Unknown user') },
    { name: 'OpenSMTPD', to: `${unknownUser}@opensmtpd.example`, found: unknown, also: saying('550 Invalid recipient') },
    { name: 'Sendmail', to: `${unknownUser}@sendmail.example`, found: unknown, also: saying('User unknown') },
  ]);
});

describeReal('a domain that the server does not serve, in the words of', () => {
  testScenarios([
    { name: 'Postfix', to: 'bob@stray-postfix.example', found: relayDenied, also: saying('Relay access denied') },
    { name: 'Exim', to: 'bob@stray-exim.example', found: relayDenied, also: saying('550 relay not permitted') },
    // OpenSMTPD says the same as for a missing mailbox; nothing in the reply tells the two apart.
    { name: 'OpenSMTPD', to: 'bob@stray-opensmtpd.example', found: unknown, also: saying('550 Invalid recipient') },
    { name: 'Sendmail', to: 'bob@stray-sendmail.example', found: relayDenied, also: saying('Relaying denied') },
  ]);
});

describeReal('a mailbox that exists', () => {
  testScenarios([
    {
      name: 'is full, as Dovecot tells Postfix',
      to: 'full@quota.example',
      found: {
        outcome: 'undeliverable',
        cause: 'recipient.mailbox-full',
        responsible: 'recipient-user',
        troubles: ['error recipient.mailbox-full'],
      },
      also: saying('552 5.2.2'),
    },
    {
      name: 'needs SMTPUTF8, which Sendmail does not offer',
      to: 'bøb@sendmail.example',
      found: {
        outcome: 'undeliverable',
        cause: 'address.utf8-unsupported',
        responsible: 'recipient-mail',
        troubles: ['error address.utf8-unsupported'],
      },
    },
  ]);
});
