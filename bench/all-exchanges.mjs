/**
 * `--all` over 40 exchanges of one address each, 20 at a time, against one exchange; 30 ms on every answer.
 */
import { median, repeat, timeTrace } from './lab-trace.mjs';

const delayMs = 30;
const many = Array.from({ length: 40 }, (_, at) => ({ name: `mx${at + 1}`, address: `203.0.113.${at + 100}` }));

function worldOf(exchanges) {
  const records = exchanges.flatMap(({ name, address }, at) => [`@ MX ${at + 1} ${name}.example.com`, `${name}.example.com A ${address}`]);
  const hosts = Object.fromEntries(exchanges.map(({ name, address }) => [address, { smtp: { name: `${name}.example.com` } }]));
  return { delayMs, records, hosts };
}

/** `--all` over 40 exchanges against one. */
export async function measureAllExchanges() {
  const options = { all: true, concurrency: 20 };
  await timeTrace(worldOf(many.slice(0, 1)), options);
  const one = await repeat(5, () => timeTrace(worldOf(many.slice(0, 1)), options));
  const all = await repeat(5, () => timeTrace(worldOf(many), options));
  if (all.some(({ report }) => report.route.filter(({ addresses }) => addresses[0]?.result === 'accepted').length !== many.length)) {
    throw new Error('not every exchange was asked');
  }
  const middle = (runs) => median(runs.map(({ ms }) => ms));
  return { name: '--all, 40 exchanges', value: middle(all), unit: 'ms', yardstick: middle(one), against: 'one exchange', limit: 3 };
}
