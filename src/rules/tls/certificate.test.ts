import { accepting, mx1, one, testRule } from '../testing/test-rule.js';
import rule from './certificate.js';

const stated = { ...mx1, validToAt: '2026-03-01T00:00:00Z', names: ['mx1.example.com'] };

testRule(rule, [
  [
    'it has expired',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, tls: { chainFault: 'CERT_HAS_EXPIRED' } } } },
    [{ says: 'tls.certificate-expired/expired 192.0.2.25', arguments: { ...stated, fault: 'CERT_HAS_EXPIRED' } }],
  ],
  [
    'it is self-signed and for another name',
    { mx: one, hosts: { '192.0.2.25': { ...accepting, tls: { chainFault: 'DEPTH_ZERO_SELF_SIGNED_CERT', nameMatches: false } } } },
    [
      { says: 'tls.certificate-untrusted/untrusted 192.0.2.25', arguments: { ...stated, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
      { says: 'tls.certificate-name/name 192.0.2.25', arguments: { ...stated, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' } },
    ],
  ],
  ['it is in order', { mx: one, hosts: { '192.0.2.25': { ...accepting, tls: {} } } }, 'clear'],
  ['none was seen', { mx: one, hosts: { '192.0.2.25': accepting } }, 'not-applicable'],
]);
