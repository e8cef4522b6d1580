import { accepting, one, testRule } from '../testing/test-rule.js';
import rule from './no-ipv6.js';

const lacking = { skipped: 'no-family' } as const;

testRule(rule, [
  [
    'every exchange has IPv6 only',
    { mx: ['10 mx1.example.com 2001:db8::25'], hosts: { '2001:db8::25': lacking } },
    [{ says: 'local.no-ipv6/all-exchanges IPv6', arguments: { exchanges: ['mx1.example.com'] } }],
  ],
  [
    'one exchange has IPv6 only',
    {
      mx: ['10 mx1.example.com 2001:db8::25', '20 mx2.example.com 198.51.100.25'],
      hosts: { '2001:db8::25': lacking, '198.51.100.25': accepting },
    },
    [{ says: 'local.no-ipv6/some-exchanges IPv6', arguments: { exchanges: ['mx1.example.com'] } }],
  ],
  [
    'the exchange has both',
    { mx: ['10 mx1.example.com 192.0.2.25 2001:db8::25'], hosts: { '2001:db8::25': lacking, '192.0.2.25': accepting } },
    'clear',
  ],
  ['there is no IPv6 in the route', { mx: one, hosts: { '192.0.2.25': accepting } }, 'not-applicable'],
]);
