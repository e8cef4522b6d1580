/** What a log's pages say, on a story that has everything; what they may never do. */
import { describe, expect, it } from 'vitest';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogReport } from '../model/log-report.js';
import type { MessageStory } from '../model/log-story.js';
import { renderFailure, renderLog } from './render-log.js';
import { renderLogHtml } from './render-log-html.js';
import { renderLogLine } from './render-log-line.js';

const cause: ExplainedCause = {
  code: 'sender.blocklisted',
  outcome: 'undeliverable',
  responsible: 'sender-mail',
  alsoInform: [],
  confidence: 'certain',
  waitingHelps: 'no',
  waiting: 'does not help',
  summary: 'The sending address stands on a blocklist.',
  remedy: ['Find out why.', 'Ask for removal.'],
};
const times = { firstAt: '2026-11-23T20:00:00.000Z', lastAt: '2026-11-23T20:10:00.000Z' };
const hostile = '554 5.7.1 \u001b[2J <script>alert(1)</script>';
const told = {
  alike: 'text' as const,
  permanent: true,
  cause,
  reason: hostile,
  host: 'mx.example.com',
  ...times,
};

const story: MessageStory = {
  messageId: 'one@corp.example',
  sender: 'admin@corp.example',
  stations: [
    {
      machine: 'mail',
      queueId: '4WxYz1',
      ...times,
      client: 'app',
      sender: 'admin@corp.example',
      sizeBytes: 1234,
      noticeAbout: null,
      isOver: false,
      recipients: [],
    },
    {
      machine: 'mail',
      queueId: '4WxYz2',
      ...times,
      client: null,
      sender: '',
      sizeBytes: null,
      noticeAbout: '4WxYz1',
      isOver: true,
      recipients: [],
    },
  ],
  fates: [
    {
      address: 'bob@example.com',
      originalAddress: 'info@example.com',
      outcome: 'deferred',
      machine: 'mail',
      queueId: '4WxYz1',
      ...times,
      host: null,
      said: hostile,
      tries: 3,
      cause,
      waits: true,
    },
    {
      address: 'ann@example.com',
      originalAddress: null,
      outcome: 'delivered',
      machine: 'mail',
      queueId: '4WxYz1',
      ...times,
      host: 'mx',
      said: '250 Ok',
      tries: 1,
      cause: null,
      waits: false,
    },
  ],
  lines: [{ at: times.firstAt, machine: 'mail', queueId: '4WxYz1', text: `4WxYz1: ${hostile}`, cause }],
  moreLines: 7,
};

const report: LogReport = {
  schema: 'mailwhy/1',
  version: '0',
  kind: 'log',
  complete: true,
  recognisedAs: ['postfix'],
  startedAt: times.lastAt,
  ...times,
  lines: 100,
  mailLines: 90,
  totals: { delivered: 5, deferred: 0, failed: 3, refused: 4 },
  causes: [
    { outcome: 'failed', events: 3, domains: 2, ...told },
    { outcome: 'refused', events: 4, domains: 1, ...told },
  ],
  groups: [
    { outcome: 'failed', domain: 'example.com', events: 2, ...told },
    { outcome: 'failed', domain: 'example.org', events: 1, ...told },
    { outcome: 'refused', domain: 'corp.example', events: 4, ...told },
  ],
  hours: [19, 20].map((hour) => ({ startsAt: `2026-11-23T${hour}:00:00.000Z`, delivered: 1, deferred: 0, failed: 2, refused: 2 })),
  story: null,
};
const asked = (messages: readonly MessageStory[], nearMisses: readonly string[] = []): LogReport => ({
  ...report,
  story: { message: null, recipient: 'bob@example.com', messages, cut: false, nearMisses },
});
const page = { width: 80, colour: false, verbose: false };

describe('the page of a log', () => {
  it('tells each cause with its domains, and whose turn it is on which side', () => {
    const text = renderLog(report, page);
    expect(text).toContain('3 given up: sender.blocklisted\nFor            example.com (2), example.org (1)\n');
    expect(text).toContain('Who must act   You: the administrator of the sending mail server.');
    expect(text).toContain('4 refused by this server: sender.blocklisted\nFor            corp.example (4)\n');
    expect(text).toContain('Who must act   The other side: whoever runs the server that wanted to send this.');
  });

  it('counts no domain, and names none, where no line tells of a recipient', () => {
    const causes = [
      { outcome: 'failed', events: 3, domains: 0, ...told },
      { outcome: 'refused', events: 4, domains: 1, ...told },
    ] as const;
    const groups = [{ outcome: 'failed', domain: null, events: 3, ...told }] as const;
    expect(renderLog({ ...report, causes, groups }, page)).toMatch(/\n +3 +- +given up +sender\.blocklisted\n/);
    const html = renderLogHtml({ ...report, causes: causes.slice(0, 1), groups });
    expect(html).not.toContain('<dt>For</dt>');
    expect(html).toContain('data-title="Domains"><span>-</span></td>');
  });

  it('ends the story of a message with what became of it', () => {
    const text = renderLog(asked([story]), page);
    expect(text).toMatch(/Station {8}mail 4WxYz1: from admin@corp\.example, taken from app, 1234 bytes/);
    expect(text.indexOf('tells the sender about 4WxYz1')).toBeLessThan(text.indexOf('… 7 more lines'));
    expect(text.slice(text.indexOf('… 7 more lines'))).toMatch(
      /To {13}bob@example\.com \(written to info@example\.com\): deferred\n\s+Waits since 2026-11-23 20:00:00 \(3 tries, the last at 2026-11-23\n\s+20:10:00\)\.\nWhy {12}sender\.blocklisted[\s\S]*To {13}ann@example\.com: delivered\n\s+Taken by mx at 2026-11-23 20:10:00\.\nSaid {11}250 Ok\n$/,
    );
  });

  it('tells a refusal from the side of the server that refused, and whose mail it was', () => {
    const [station] = story.stations;
    const [fate] = story.fates;
    if (station === undefined || fate === undefined) throw new Error('the story has both');
    const refused = { ...fate, outcome: 'refused', originalAddress: null, machine: 'mail', queueId: null, tries: 1, waits: false } as const;
    const refusal: MessageStory = {
      ...story,
      messageId: null,
      stations: [{ ...station, queueId: null, client: 'unknown[192.0.2.66]', recipients: [{ ...refused, ...times, nextQueueId: null }] }],
      fates: [refused],
    };
    for (const text of [renderLog(asked([refusal, refusal, refusal, refusal]), page), renderLogHtml(asked([refusal]))]) {
      expect(text).toContain('Refusal at 2026-11-23 20:00:00 of unknown[192.0.2.66]');
      expect(text.replaceAll(/\s+/g, ' ')).toContain('from admin@corp.example, offered by unknown[192.0.2.66]');
      expect(text).toContain('The other side: whoever runs the server that wanted to send this.');
      expect(text).toContain('For them');
      expect(text).not.toContain('You: the administrator of the sending mail server');
    }
  });

  it('says where it looked when nothing was found, and what is near', () => {
    const text = renderLog(asked([], ['bop@example.com']), page);
    expect(text.replaceAll('\n', ' ')).toContain(
      '(90 lines of mail servers of 100, 23 Nov 2026 20:00 UTC to 23 Nov 2026 20:10 UTC). Near it: bop@example.com.',
    );
  });

  it('in one line tells the totals, or each fate', () => {
    expect(renderLogLine(report)).toBe(
      'Deliveries: 5 delivered, 0 deferred, 3 given up, 4 refused by this server. Most often: 3 given up: sender.blocklisted.',
    );
    expect(renderLogLine(asked([story]))).toBe(
      '2026-11-23 20:10:00 mail 4WxYz1 bob@example.com (written to info@example.com) deferred sender.blocklisted\n2026-11-23 20:10:00 mail 4WxYz1 ann@example.com delivered',
    );
    expect(renderLogLine(asked([]))).toBe('nothing found');
  });

  it('of a failure that comes is one line', () => {
    const failure = {
      at: times.firstAt,
      machine: 'mail',
      queueId: '4WxYz1',
      recipient: 'bob@example.com',
      outcome: 'failed',
      reason: hostile,
      cause,
    } as const;
    expect(renderFailure(failure, false)).toBe(
      '20:00:00 4WxYz1 <bob@example.com> given up: sender.blocklisted: The sending address stands on a blocklist. You: the administrator of the sending mail server. Said: 554 5.7.1 \\x1b[2J <script>alert(1)</script>',
    );
    expect(renderFailure({ ...failure, outcome: 'refused' }, false)).toContain('The other side: whoever runs the server');
    expect(renderFailure({ ...failure, cause: null }, false)).toContain('given up: 554 5.7.1 \\x1b[2J');
  });

  it('never passes on what could move the cursor or open a tag, and keeps to the width', () => {
    for (const each of [report, asked([story]), asked([])]) {
      for (const width of [40, 80, 160]) {
        const text = renderLog(each, { ...page, width, verbose: true });
        expect(text).not.toMatch(/[^\P{Cc}\n]/u);
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
      }
      const html = renderLogHtml(each);
      expect(html).not.toContain('<script>');
      expect(html).not.toMatch(/[^\P{Cc}\n]/u);
      expect(html).toContain('default-src &#39;none&#39;');
    }
  });
});
