import { describe, expect, it } from 'vitest';
import { publicSources } from './public-sources.js';
import { hostView } from './testing/host-world.js';

const mx = ['10 mx.example.com 192.0.2.25', '20 mx2.example.com 192.0.2.26'];
const greets = (hello: string) => ({ says: ['220 mx.example.com ESMTP', 'EHLO', hello] });

/** What a machine with these sources learns from one server's reply to EHLO: `told 203.0.113.5`. */
function learn(sources: readonly string[], hello: string): readonly string[] {
  const view = hostView({ mx, sources, hosts: { '192.0.2.25': greets(hello) } });
  return view.read(publicSources).map(({ from, address }) => `${from} ${address}`);
}

describe('publicSources', () => {
  it.each([
    ['a public machine', ['203.0.113.5'], '250 mx.example.com', ['own 203.0.113.5']],
    ['its own address counts as its own, though a server says it too', ['203.0.113.5'], '250 hello [203.0.113.5]', ['own 203.0.113.5']],
    ['behind NAT a server tells', ['192.168.1.7'], '250-mx at your service, [203.0.113.9]\n250 SIZE', ['told 203.0.113.9']],
    ['in parentheses too', ['192.168.1.7'], '250 Hello probe (203.0.113.9), pleased', ['told 203.0.113.9']],
    ['IPv6 as a literal', ['fd00::7'], '250 Hello [IPv6:2001:db8:1::9]', ['told 2001:db8:1::9']],
    ['both families, IPv4 first', ['2001:db8:1::9', '203.0.113.5'], '250 hi', ['own 203.0.113.5', 'own 2001:db8:1::9']],
    ['the private address that a server sees says nothing', ['192.168.1.7'], '250 Hello [192.168.1.7]', []],
    ["the server's own address is not ours", ['192.168.1.7'], '250 mx [192.0.2.25]', []],
    ['what is no address is left', ['192.168.1.7'], '250 mx [999.1.2.3] (4.2.1)', []],
    ['only the first line greets', ['192.168.1.7'], '250-mx\n250 XCLIENT [203.0.113.9]', []],
    ['a refusal of EHLO tells nothing', ['192.168.1.7'], '550 go away [203.0.113.9]', []],
  ])('%s', (_sentence, sources, hello, expected) => {
    expect(learn(sources, hello)).toEqual(expected);
  });

  it('names an address that two servers tell once', () => {
    const hosts = { '192.0.2.25': greets('250 [203.0.113.9]'), '192.0.2.26': greets('250 [203.0.113.9]') };
    expect(hostView({ mx, sources: ['192.168.1.7'], hosts }).read(publicSources)).toEqual([
      { address: '203.0.113.9', from: 'told', evidence: ['smtp/192.0.2.25'] },
    ]);
  });
});
