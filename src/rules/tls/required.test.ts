import { expect, it } from 'vitest';
import { hostView } from '../../facts/testing/host-world.js';
import { evaluateRule } from '../testing/evaluate-rule.js';
import { one } from '../testing/test-rule.js';
import rule from './required.js';

const says = ['220 mx1.example.com ESMTP', 'EHLO', '250 mx1', 'MAIL', '530 5.7.0 Must issue a STARTTLS command first'];

it.each([
  ['is the sender’s to use where the server offers it', ['SIZE 1000', 'starttls'], 'required'],
  ['is nobody’s to use where the server offers none', ['SIZE 1000'], 'not-offered'],
])('TLS that is demanded %s', (_, extensions, variant) => {
  const found = evaluateRule(rule, hostView({ mx: one, hosts: { '192.0.2.25': { says, extensions } } }));
  expect(found).toMatchObject([{ code: 'tls.required', says: variant, subject: '192.0.2.25', severity: 'error' }]);
});
