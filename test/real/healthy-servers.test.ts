import { expect } from 'vitest';
import { describeReal } from './support/real-tests.js';
import { deliverable, testScenarios } from './support/scenario.js';
import { mailServers, postfixAddresses } from './support/world.js';

describeReal('a healthy route', () => {
  testScenarios([
    {
      name: 'Postfix takes mail for a user that it knows, over TLS 1.3',
      to: 'bob@postfix.example',
      found: deliverable,
      also: ({ report }) => {
        expect(report.endsAt).toBe(postfixAddresses.plain);
        expect(report.route[0]?.addresses[0]).toMatchObject({
          tls: 'TLSv1.3',
          stage: 'rcpt',
          result: 'accepted',
          reply: '250 2.1.5 Ok',
          ping: 'answered',
        });
      },
    },
    {
      name: 'Exim takes mail for a user that it knows, over TLS 1.3',
      to: 'bob@exim.example',
      found: deliverable,
      also: ({ report }) => {
        expect(report.endsAt).toBe(mailServers.exim);
        expect(report.route[0]?.addresses[0]).toMatchObject({ tls: 'TLSv1.3', result: 'accepted', reply: '250 Accepted' });
      },
    },
    {
      name: 'OpenSMTPD without TLS takes mail for a user that it knows',
      to: 'bob@opensmtpd.example',
      found: deliverable,
      also: ({ report }) => {
        expect(report.endsAt).toBe(mailServers.opensmtpd);
        expect(report.route[0]?.addresses[0]).toMatchObject({ tls: 'none', result: 'accepted' });
      },
    },
    {
      name: 'Sendmail takes mail for a user that it knows, over TLS 1.3',
      to: 'bob@sendmail.example',
      found: deliverable,
      also: ({ report }) => {
        expect(report.endsAt).toBe(mailServers.sendmail);
        expect(report.route[0]?.addresses[0]).toMatchObject({ tls: 'TLSv1.3', result: 'accepted' });
      },
    },
    {
      name: 'an exchange has an IPv4 and an IPv6 address, and both answer',
      to: 'bob@dual.example',
      found: deliverable,
      also: ({ report }) => {
        const addresses = report.route.flatMap((exchange) => exchange.addresses.map(({ address }) => address));
        expect(addresses.toSorted()).toEqual([postfixAddresses.plain, postfixAddresses.plain6].toSorted());
        expect(report.route.flatMap((exchange) => exchange.addresses).filter(({ connectMs }) => connectMs === null)).toEqual([]);
      },
    },
    {
      name: 'an exchange has both, and the trace is told to use IPv6',
      to: 'bob@dual.example',
      options: ['-6'],
      found: deliverable,
      also: ({ report }) => expect(report.endsAt).toBe(postfixAddresses.plain6),
    },
    {
      name: 'an exchange has both, and the tracing machine has IPv4 alone',
      to: 'bob@dual.example',
      at: 'listed',
      found: deliverable,
      also: ({ report }) => expect(report.endsAt).toBe(postfixAddresses.plain),
    },
    {
      name: 'the address names the server itself',
      to: `bob@[${postfixAddresses.plain}]`,
      found: deliverable,
      also: ({ report }) => expect(report.endsAt).toBe(postfixAddresses.plain),
    },
    {
      name: 'a domain is signed and its signatures validate',
      to: 'bob@signed.example',
      found: deliverable,
    },
    {
      name: 'postscreen gives the first line of its greeting at once and the last after 6 s',
      to: 'bob@screened.example',
      found: deliverable,
      also: ({ report }) => {
        expect(report.route[0]?.addresses[0]?.greetingMs).toBeGreaterThan(5_500);
      },
    },
  ]);
});
