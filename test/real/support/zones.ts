/**
 * The zones of the test bed: what each domain's DNS says, faults included.
 */
import { createZone, reverseLabels, type Zone } from './dns-zone.js';
import { mailServers, nameServers, type ProbeName, postfixAddresses, probeAddresses, probeHostName } from './world.js';

const probes: readonly ProbeName[] = ['usual', 'egressBlocked', 'listed', 'nameless', 'misinformed'];

/** Domains whose zone both hosting servers serve, and which are as they should be. */
const sound: Readonly<Record<string, readonly string[]>> = {
  'dns.example.': [`ns1 A ${nameServers.ns1}`, `ns2 A ${nameServers.ns2}`, `dead A ${nameServers.dead}`],
  'corp.example.': [
    '@ MX 10 mx.postfix.example.',
    ...probes.map((probe) => `${probeHostName(probe)}. A ${probeAddresses[probe]}`),
    `${probeHostName('usual')}. AAAA ${probeAddresses.usual6}`,
  ],
  'postfix.example.': [
    '@ MX 10 mx',
    `mx A ${postfixAddresses.plain}`,
    ...(['greylisting', 'blocklisting', 'reverseDns', 'senderDomain', 'quota', 'slow', 'screened'] as const).map(
      (listener) => `${listener} A ${postfixAddresses[listener]}`,
    ),
  ],
  'exim.example.': ['@ MX 10 mx', `mx A ${mailServers.exim}`],
  'opensmtpd.example.': ['@ MX 10 mx', `mx A ${mailServers.opensmtpd}`, `tls A ${mailServers.opensmtpdTls}`],
  'broken-tls.example.': ['@ MX 10 tls.opensmtpd.example.'],
  'sendmail.example.': ['@ MX 10 mx', `mx A ${mailServers.sendmail}`],
  'dual.example.': ['@ MX 10 mx', `mx A ${postfixAddresses.plain}`, `mx AAAA ${postfixAddresses.plain6}`],
  'greylisting.example.': ['@ MX 10 greylisting.postfix.example.'],
  'blocklisting.example.': ['@ MX 10 blocklisting.postfix.example.'],
  'reverse.example.': ['@ MX 10 reverseDns.postfix.example.'],
  'choosy.example.': ['@ MX 10 senderDomain.postfix.example.'],
  'quota.example.': ['@ MX 10 quota.postfix.example.'],
  'slow.example.': ['@ MX 10 slow.postfix.example.'],
  'screened.example.': ['@ MX 10 screened.postfix.example.'],
  'stray-postfix.example.': ['@ MX 10 mx.postfix.example.'],
  'stray-exim.example.': ['@ MX 10 mx.exim.example.'],
  'stray-opensmtpd.example.': ['@ MX 10 mx.opensmtpd.example.'],
  'stray-sendmail.example.': ['@ MX 10 mx.sendmail.example.'],
  'backup.example.': ['@ MX 10 mx1', '@ MX 20 mx.postfix.example.', `mx1 A ${mailServers.absent}`],
  'silent-primary.example.': ['@ MX 10 mx1', '@ MX 20 mx.postfix.example.', `mx1 A ${mailServers.silent}`],
  'refused.example.': ['@ MX 10 mx', `mx A ${mailServers.noService}`],
  'filtered.example.': ['@ MX 10 mx', `mx A ${mailServers.filtered}`],
  'prohibited.example.': ['@ MX 10 mx', `mx A ${mailServers.prohibited}`],
  'silent.example.': ['@ MX 10 mx', `mx A ${mailServers.silent}`],
  'absent.example.': ['@ MX 10 mx', `mx A ${mailServers.absent}`],
  'no-mx.example.': ['www CNAME web.hosting.example.'],
  'web-only.example.': [`@ A ${mailServers.noService}`],
  'null-mx.example.': ['@ MX 0 .'],
  'missing-target.example.': ['@ MX 10 mx.missing-target.example.'],
  'dnsbl.example.': [
    `${reverseLabels(probeAddresses.listed)} A 127.0.0.2`,
    `${reverseLabels(probeAddresses.listed)} TXT "Listed for sending junk"`,
  ],
};

/** Everything that the two hosting servers serve unsigned and alike. */
export function soundZones(): readonly Zone[] {
  return Object.entries(sound).map(([origin, records]) => createZone(origin, records));
}

/** `signed.example` and `bogus.example` before signing; the latter's MX is changed behind the signature's back. */
export const signedZone = createZone('signed.example.', ['@ MX 10 mx.postfix.example.']);
export const bogusZone = createZone('bogus.example.', ['@ MX 10 mx.postfix.example.']);

/** Records of every kind that the codec must read; asked of ns1 directly, delegated from nowhere. */
export const codecZone = createZone('codec.example.', [
  'a A 192.0.2.1',
  'aaaa AAAA 2001:db8::1',
  'mx MX 10 mx.codec.example.',
  'mx MX 0 .',
  'mx MX 65535 A\\.Label.With\\032Octets.\\000\\255.example.',
  'cname CNAME a',
  'dname DNAME elsewhere.example.',
  'ptr PTR a\\.dot.example.',
  '\\.leading\\.dots TXT "an owner with dots in its label"',
  'txt TXT "" "two strings" "quote \\" backslash \\\\ octet \\200"',
  `txt TXT "${'long '.repeat(50)}" "${'longer '.repeat(36)}"`,
  '_smtp._tcp SRV 1 2 25 mx.codec.example.',
  'caa CAA 128 issue "ca.example; policy=ev"',
  `_25._tcp.mx TLSA 3 1 1 ${'ab'.repeat(32)}`,
  `ds DS 12345 13 2 ${'cd'.repeat(32)}`,
  'ds NS ns1.dns.example.',
  'svcb SVCB 1 a.codec.example. alpn="h2,h3" port=8443 ipv4hint=192.0.2.1',
  'https HTTPS 0 a.codec.example.',
  'https HTTPS 2 . alpn=h2',
  'unknown TYPE65280 \\# 5 0102030405',
  'unknown TYPE65280 \\# 0',
  'naptr NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .',
  'sshfp SSHFP 4 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
]);

/** Only ns1 has it: at ns2 the delegation is lame. */
export const halfLameZone = createZone('half-lame.example.', ['@ MX 10 mx.postfix.example.']);
/** Its second server is dead. */
export const halfDeadZone = createZone('half-dead.example.', ['@ MX 10 mx.postfix.example.'], {
  servers: ['ns1.dns.example.', 'dead.dns.example.'],
});
/** The two servers hold different versions; by either the mail gets through. */
export const disagreeingZones = [
  createZone('disagreeing.example.', ['@ MX 10 mx.postfix.example.'], { serial: 2 }),
  createZone('disagreeing.example.', ['@ MX 20 mx.postfix.example.'], { serial: 1 }),
] as const;

/** Before and after it moved from a host that does not know it any more; a day's TTL. */
export const movedBefore = createZone('moved.example.', ['@ MX 10 mx.exim.example.'], { serial: 1, ttlSeconds: 86_400 });
export const movedAfter = createZone('moved.example.', ['@ MX 10 mx.postfix.example.'], { serial: 2 });

/** As the authority has it, and as the copying resolver still has it. */
export const copiedNow = createZone('copied.example.', ['@ MX 10 mx.postfix.example.'], { serial: 9 });
export const copiedThen = createZone('copied.example.', ['@ MX 10 mx.exim.example.'], { serial: 1 });

/** Delegations that lead nowhere: to a server that has not got the zone, and to one that is dead. */
const broken: Readonly<Record<string, readonly string[]>> = {
  'lame.example.': ['ns2.dns.example.'],
  'dead.example.': ['dead.dns.example.'],
  'half-dead.example.': halfDeadZone.servers,
};

/** Delegated like the sound ones, though not in that table. */
const others = [signedZone, bogusZone, halfLameZone, disagreeingZones[0], movedBefore, copiedNow].map((zone) => zone.origin);

/** The zone `example.` with every delegation; `ds` are the DS records of its signed children. */
export function topLevelZone(ds: readonly string[]): Zone {
  const usual = [...Object.keys(sound), ...others];
  const delegations = [
    ...usual.flatMap((origin) => [`${origin} NS ns1.dns.example.`, `${origin} NS ns2.dns.example.`]),
    ...Object.entries(broken).flatMap(([origin, servers]) => servers.map((server) => `${origin} NS ${server}`)),
  ];
  const glue = [
    `a.nic A ${nameServers.tld}`,
    `ns1.dns A ${nameServers.ns1}`,
    `ns2.dns A ${nameServers.ns2}`,
    `dead.dns A ${nameServers.dead}`,
  ];
  return createZone('example.', [...delegations, ...glue, `a.root-servers A ${nameServers.root}`, ...ds], { servers: ['a.nic.example.'] });
}

/** The root, signed afterwards; `ds` of `example.`. */
export function rootZone(ds: readonly string[]): Zone {
  const delegations = ['example.', 'in-addr.arpa.', 'ip6.arpa.'].map((origin) => `${origin} NS a.nic.example.`);
  const glue = [`a.nic.example. A ${nameServers.tld}`, `a.root-servers.example. A ${nameServers.root}`];
  return createZone('.', [...delegations, ...glue, ...ds], { servers: ['a.root-servers.example.'] });
}

/** PTR records of all that have a name. */
export function reverseZone(): Zone {
  const named: readonly (readonly [string, string])[] = [
    ...probes.filter((probe) => probe !== 'nameless').map((probe) => [probeAddresses[probe], probeHostName(probe)] as const),
    [postfixAddresses.plain, 'mx.postfix.example'],
    [mailServers.exim, 'mx.exim.example'],
    [mailServers.opensmtpd, 'mx.opensmtpd.example'],
    [mailServers.sendmail, 'mx.sendmail.example'],
  ];
  return createZone(
    'in-addr.arpa.',
    named.map(([address, name]) => `${reverseLabels(address)} PTR ${name}.`),
    { servers: ['a.nic.example.'] },
  );
}

/** The one name that IPv6 needs here: the usual probe's. */
export function reverseZone6(): Zone {
  const nibbles = '5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.0.0.0.8.b.d.0.1.0.0.2';
  return createZone('ip6.arpa.', [`${nibbles} PTR ${probeHostName('usual')}.`], { servers: ['a.nic.example.'] });
}

/** The hints file for resolvers and for the walk. */
export const rootHints = `. 3600000 NS a.root-servers.example.\na.root-servers.example. 3600000 A ${nameServers.root}\n`;
