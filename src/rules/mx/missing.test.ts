import { assertDomainName } from '../../model/domain-name.js';
import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './missing.js';

testRule(rule, [
  ['no MX and no address', {}, [{ says: 'mx.missing/no-address example.com', arguments: { domain: 'example.com' } }]],
  [
    'no MX, and the web server refuses port 25',
    { addresses: ['192.0.2.80'], hosts: { '192.0.2.80': { connect: 'refused' } } },
    [{ says: 'mx.missing/no-mail-server example.com', arguments: { domain: 'example.com', addresses: ['192.0.2.80'] } }],
  ],
  ['no MX, and the address takes mail', { addresses: ['192.0.2.80'], hosts: { '192.0.2.80': accepting } }, 'clear'],
  ['an MX whose host refuses', { mx: one, hosts: { '192.0.2.25': { connect: 'refused' } } }, 'clear'],
  ['the host was given', { mx: one, options: { exchange: assertDomainName('mx1.example.com') } }, 'not-applicable'],
]);
