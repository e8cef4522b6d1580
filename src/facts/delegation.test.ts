import { describe, expect, it } from 'vitest';
import { delegation } from './delegation.js';
import { type DnsWorld, dnsView, sourceEvidence } from './testing/dns-world.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const bothAnswer = { 'ns1.example.com 192.0.2.53': mx, 'ns2.example.com 192.0.2.54': mx };

function walk(world: DnsWorld) {
  const { state, zone, cuts, servers, answers } = dnsView(world).read(delegation);
  return {
    state,
    zone,
    cuts: cuts.map((cut) => cut.zone),
    servers: servers.map(({ name, address }) => `${name} ${address}`),
    answers: answers.map(({ kind }) => kind),
  };
}

describe('the walk to the servers of example.com', () => {
  it('goes from the root by referrals, and every server of the domain answers', () => {
    expect(walk({ servers: bothAnswer })).toEqual({
      state: 'reached',
      zone: 'example.com',
      cuts: ['.', 'com', 'example.com'],
      servers: ['ns1.example.com 192.0.2.53', 'ns2.example.com 192.0.2.54'],
      answers: ['records', 'records'],
    });
  });

  it('is not made where nobody wanted it', () => {
    expect(walk({ servers: bothAnswer, options: { walk: false } })).toMatchObject({ state: 'not-walked', cuts: [] });
  });

  it('ends at a registry that says NXDOMAIN', () => {
    expect(walk({ registry: { rcode: 'NXDOMAIN', authority: ['com 900 SOA 900'] } })).toMatchObject({
      state: 'nxdomain-at-parent',
      zone: 'com',
    });
  });

  it('ends at servers that are all dead or lame', () => {
    const servers = {
      'ns1.example.com 192.0.2.53': { failure: 'timeout' as const },
      'ns2.example.com 192.0.2.54': { rcode: 'REFUSED', flags: '' },
    };
    expect(walk({ servers })).toMatchObject({ state: 'servers-unusable', answers: ['timeout', 'refused'] });
  });

  it('ends at a root that is silent', () => {
    expect(walk({ root: { failure: 'timeout' } })).toMatchObject({ state: 'root-unreachable' });
  });

  it('ends at a registry that is silent', () => {
    expect(walk({ registry: { failure: 'timeout' } })).toMatchObject({ state: 'no-answer-above', zone: 'com' });
  });

  it('ends where somebody else answers in place of the root', () => {
    expect(walk({ root: { ...mx, flags: 'ra' } })).toMatchObject({ state: 'foreign-answer' });
  });

  it('does not follow a referral that leads up or round', () => {
    const upwards = { flags: '', authority: ['. 518400 NS a.root.example'] };
    expect(walk({ registry: upwards })).toMatchObject({ state: 'no-answer-above', zone: 'com' });
  });

  it('asks servers over IPv6 only where this machine has it', () => {
    const servers = { ...bothAnswer, 'ns1.example.com 2001:db8::53': mx };
    expect(walk({ servers }).servers).toEqual(['ns1.example.com 192.0.2.53', 'ns2.example.com 192.0.2.54']);
    expect(walk({ servers, more: [sourceEvidence('2001:db8::5')] }).servers).toEqual([
      'ns1.example.com 192.0.2.53',
      'ns2.example.com 192.0.2.54',
      'ns1.example.com 2001:db8::53',
    ]);
  });

  it('does not believe a registry about addresses outside its zone', () => {
    const registry = { flags: '', authority: ['example.com 86400 NS ns.example.net'], additional: ['ns.example.net 86400 A 192.0.2.66'] };
    expect(walk({ registry })).toMatchObject({ state: 'servers-unusable', servers: [] });
  });

  it('looks up a server without glue by a walk of its own', () => {
    const registry = { flags: '', authority: ['example.com 86400 NS ns.example.net'] };
    const more = [
      {
        ask: 'ns.example.net A',
        at: '198.51.100.1',
        zone: '.',
        flags: '',
        authority: ['net 1 NS ns.net'],
        additional: ['ns.net 1 A 198.51.100.3'],
      },
      {
        ask: 'ns.example.net A',
        at: '198.51.100.3',
        zone: 'net',
        flags: '',
        authority: ['example.net 1 NS a.example.net'],
        additional: ['a.example.net 1 A 192.0.2.77'],
      },
      { ask: 'ns.example.net A', at: '192.0.2.77', zone: 'example.net', answer: ['ns.example.net 1 A 192.0.2.78'] },
      { ask: 'example.com MX', at: '192.0.2.78', zone: 'example.com', ...mx },
    ];
    expect(walk({ registry, more })).toMatchObject({ state: 'reached', servers: ['ns.example.net 192.0.2.78'], answers: ['records'] });
  });

  it('finds the zone of a name that the servers of the zone above serve as well', () => {
    const both = { at: '198.51.100.2', zone: 'com' };
    const more = [
      { ...both, ask: 'example.com SOA', answer: ['example.com 60 SOA 60'] },
      {
        ...both,
        ask: 'example.com NS',
        answer: ['example.com 60 NS ns.tld.example', 'example.com 60 NS ns2.example.com'],
        additional: ['ns2.example.com 60 A 192.0.2.54'],
      },
      { ask: 'ns.tld.example A', at: '198.51.100.1', zone: '.', answer: ['ns.tld.example 60 A 198.51.100.2'] },
      { ask: 'example.com MX', at: '192.0.2.54', zone: 'example.com', ...mx },
    ];
    expect(walk({ registry: mx, more })).toMatchObject({
      state: 'reached',
      zone: 'example.com',
      servers: ['ns.tld.example 198.51.100.2', 'ns2.example.com 192.0.2.54'],
    });
  });

  it('ends where referrals go on for ever', () => {
    const domain = `${Array.from({ length: 30 }, (_, at) => `l${at}`).join('.')}.com`;
    const labels = domain.split('.');
    const more = labels.map((_, at) => ({
      ask: `${domain} MX`,
      at: `192.0.2.${at + 1}`,
      zone: labels.slice(-at - 1).join('.'),
      flags: '',
      authority: [`${labels.slice(-at - 2).join('.')} 1 NS ns.${labels.slice(-at - 2).join('.')}`],
      additional: [`ns.${labels.slice(-at - 2).join('.')} 1 A 192.0.2.${at + 2}`],
    }));
    const root = { flags: '', authority: ['com 1 NS ns.com'], additional: ['ns.com 1 A 192.0.2.1'] };
    expect(walk({ domain, root, more })).toMatchObject({ state: 'no-end' });
  });

  it('follows an alias into another zone', () => {
    const alias = { answer: ['example.com 60 CNAME mail.example.net'] };
    const more = [
      { ask: 'mail.example.net MX', at: '198.51.100.1', zone: '.', answer: ['mail.example.net 60 MX 10 mx.example.net'] },
      { ask: 'mail.example.net SOA', at: '198.51.100.1', zone: '.', authority: ['. 60 SOA 60'] },
    ];
    const walked = dnsView({ servers: { 'ns1.example.com 192.0.2.53': alias }, more }).read(delegation);
    expect(walked.target).toMatchObject({ name: 'mail.example.net', state: 'reached', zone: '.' });
  });

  it('takes names of any octets', () => {
    const domain = 'a\\000b\\046c.com';
    const servers = { [`ns1.${domain} 192.0.2.53`]: { answer: [`${domain} 60 MX 10 mx.example.com`] } };
    expect(walk({ domain, servers })).toMatchObject({ state: 'reached', zone: domain });
  });
});
