import { describe, expect, it } from 'vitest';
import { answersRcpt, caseOf, connect, dns, failedTls, host, mx, smtp } from '../../test/golden/evidence-of.js';
import { senderCourse, senderCourses } from '../facts/sender-course.js';
import type { Evidence } from '../model/evidence.js';
import { createFactView } from '../model/fact.js';
import type { SenderForecast } from '../model/report.js';
import { forecastReply, forecastSenders } from './forecast-senders.js';

const mx1 = 'mx1.example.com';

function forecast(evidence: readonly Evidence[]): Readonly<Record<string, SenderForecast>> {
  const view = createFactView(caseOf(evidence));
  const list = forecastSenders(view.read(senderCourses), view.read(senderCourse));
  return Object.fromEntries(list.map((one) => [one.sender, one]));
}

const route = [dns('example.com', 'MX', [mx(10, mx1)]), ...host(mx1, '192.0.2.25')];

describe('what senders will do', () => {
  it('is a bounce at once for all where the recipient is refused', () => {
    const told = Object.values(forecast([...route, ...answersRcpt('192.0.2.25', mx1, '550 5.1.1 User unknown')]));
    expect(told).toHaveLength(5);
    expect(told.every(({ note, nextTriesMs, givesUpMs }) => note === null && nextTriesMs.length === 0 && givesUpMs === null)).toBe(true);
  });

  it('is to try again by each one’s own times where it is put off', () => {
    const told = forecast([...route, ...answersRcpt('192.0.2.25', mx1, '450 4.2.0 Greylisted')]);
    expect(told.postfix).toMatchObject({ note: null, givesUpMs: 432_000_000 });
    expect(told.postfix?.nextTriesMs.slice(0, 3)).toEqual([300_000, 600_000, 1_200_000]);
    expect(told.exchange?.nextTriesMs[0]).toBe(900_000);
    expect(told['exchange-online']?.givesUpMs).toBe(86_400_000);
  });

  it('is sooner at Exchange where no connection came about', () => {
    const told = forecast([...route, connect('192.0.2.25', 'refused', { exchange: mx1 })]);
    expect(told.exchange?.nextTriesMs.slice(0, 5)).toEqual([60_000, 120_000, 180_000, 240_000, 540_000]);
  });

  it('differs at Postfix after a 5yz greeting', () => {
    const told = forecast([
      ...route,
      connect('192.0.2.25', 'connected', { exchange: mx1 }),
      smtp('192.0.2.25', [['greeting', '554 No service']], { exchange: mx1 }),
    ]);
    expect(told.postfix).toMatchObject({ note: 'keeps the message on a 5yz greeting', givesUpMs: 432_000_000 });
    expect(told.sendmail).toMatchObject({ note: null, givesUpMs: null });
  });

  it('says that Exim bounces on a 5yz greeting where others go on to the next host', () => {
    const told = forecast([
      dns('example.com', 'MX', [mx(10, mx1), mx(20, 'mx2.example.com')]),
      ...host(mx1, '192.0.2.25'),
      ...host('mx2.example.com', '198.51.100.9'),
      connect('192.0.2.25', 'connected', { exchange: mx1 }),
      smtp('192.0.2.25', [['greeting', '554 No service']], { exchange: mx1 }),
      ...answersRcpt('198.51.100.9', 'mx2.example.com', '250 Ok'),
    ]);
    expect(told.exim?.note).toBe('bounces at once on a 5yz greeting');
    expect(told.postfix?.note).toBeNull();
  });

  it('says that Postfix would not get to the sixth address', () => {
    const silent = [1, 2, 3, 4, 5].map((last) => `192.0.2.${last}`);
    const names = [...silent.map((_, at) => `mx${at + 1}.example.com`), 'mx6.example.com'];
    const told = forecast([
      dns(
        'example.com',
        'MX',
        names.map((name, at) => mx(at, name)),
      ),
      ...names.flatMap((name, at) => host(name, silent[at] ?? '192.0.2.6')),
      ...silent.map((address) => connect(address, 'refused')),
      ...answersRcpt('192.0.2.6', 'mx6.example.com', '250 Ok'),
    ]);
    expect(told.postfix?.note).toBe('would not get here: tries 5 addresses');
    expect(told.exim?.note).toBe('would not get here: tries 5 exchanges');
    expect(told.exchange?.note).toBeNull();
  });

  it('differs by who falls back to plain text where TLS fails', () => {
    const told = forecast([
      ...route,
      connect('192.0.2.25', 'connected', { exchange: mx1 }),
      smtp(
        '192.0.2.25',
        [
          ['greeting', '220 mx1'],
          ['hello', '250 mx1'],
        ],
        {
          exchange: mx1,
          tls: 'tls/192.0.2.25',
          broken: { stage: 'tls', failure: 'tls' },
        },
      ),
      failedTls('192.0.2.25', mx1),
      smtp(
        '192.0.2.25',
        [
          ['greeting', '220 mx1'],
          ['hello', '250 mx1'],
          ['mail', '250 Ok'],
          ['rcpt', '250 Ok'],
        ],
        { exchange: mx1, purpose: 'plain' },
      ),
    ]);
    expect(told.postfix?.note).toBe('falls back to plain text once the message is 5 minutes old');
    expect(told.sendmail?.note).toBe('does not fall back to plain text: keeps the message');
    expect(told.exim?.note).toBeNull();
  });

  it('is not told where nothing was decided', () => {
    expect(forecast([])).toEqual({});
  });

  it('follows a reply by itself only where it is temporary', () => {
    expect(forecastReply('temporary').map(({ sender }) => sender)).toHaveLength(5);
    expect(forecastReply('permanent')).toEqual([]);
    expect(forecastReply('unknown')).toEqual([]);
  });
});
