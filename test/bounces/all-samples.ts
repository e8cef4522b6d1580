/** Every sample of a bounce that is made for the tests. */
import { bodySamples } from './body-samples.js';
import type { BounceSample } from './bounce-sample.js';
import { exchangeSamples } from './exchange-samples.js';
import { eximSamples } from './exim-samples.js';
import { foreignSamples } from './foreign-samples.js';
import { googleSamples } from './google-samples.js';
import { groupwareSamples } from './groupware-samples.js';
import { mixedSamples } from './mixed-samples.js';
import { noticeSamples } from './notice-samples.js';
import { opensmtpdSamples } from './opensmtpd-samples.js';
import { otherSamples } from './other-samples.js';
import { postfixSamples } from './postfix-samples.js';
import { providerSamples } from './provider-samples.js';
import { rareSamples } from './rare-samples.js';
import { sendmailSamples } from './sendmail-samples.js';

export const allSamples: readonly BounceSample[] = [
  ...postfixSamples,
  ...sendmailSamples,
  ...opensmtpdSamples,
  ...eximSamples,
  ...exchangeSamples,
  ...groupwareSamples,
  ...googleSamples,
  ...providerSamples,
  ...noticeSamples,
  ...otherSamples,
  ...bodySamples,
  ...rareSamples,
  ...mixedSamples,
  ...foreignSamples,
];
