/**
 * Lines put together to messages: the lines of one stay in a queue, and stays that belong together by Message-ID, by the
 * id that the next station gave ("queued as 4WxYz2"), or as a notice about a message.
 *
 * Postfix gives a queue id again once its message is gone, and each instance and each machine has ids of its own: an id
 * alone says little. Where it is named by another station, the stay nearest in time is meant.
 */
import type { LogEvent } from './log-event.js';
import type { LogTimes } from './log-times.js';
import { readStoryIds } from './story-keys.js';

export interface GatheredLine {
  readonly event: LogEvent;
  /** Null where the line has no time that can be read. */
  readonly atMs: number | null;
  /** The same for all lines of one stay. */
  readonly stay: number;
}

export interface GatheredMessage {
  /** In the order of their times. */
  readonly lines: readonly GatheredLine[];
  /** Lines beyond the bound. */
  readonly moreLines: number;
}

/** A message at one station: from its arrival until it left the queue. */
interface Stay {
  readonly number: number;
  readonly lines: NumberedLine[];
  readonly firstMs: number | null;
  lastMs: number | null;
  lastTime: string;
  hasArrived: boolean;
  messageId: string | null;
  isOver: boolean;
  /** The stays of the same message; one list for all of them. */
  message: Stay[];
}

interface NumberedLine extends GatheredLine {
  /** Its place in the order of times. */
  readonly number: number;
}

const mostLinesOfOne = 500;
/** Further apart an id that another station names is another one of the same letters. */
const furthestMs = 86_400_000;

/** The messages of these lines; a line without an id is a message of its own. */
export function groupMessages(events: readonly LogEvent[], times: LogTimes): readonly GatheredMessage[] {
  const stays = listStays(sortByTime(events.map((event) => ({ event, atMs: times.read(event.time) }))));
  const byId = indexStays(stays);
  for (const stay of stays) for (const line of stay.lines) joinOthers(stay, line, byId);
  return [...new Set(stays.map(({ message }) => message))].map(bound);
}

type TimedLine = Omit<GatheredLine, 'stay'>;

/** Files of several machines were read one behind the other. Where times are equal, or not told, the order stays. */
function sortByTime(lines: readonly TimedLine[]): readonly TimedLine[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = lines.map((line) => {
    last = line.atMs ?? last;
    return { line, key: last };
  });
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ line }) => line);
}

function listStays(lines: readonly TimedLine[]): readonly Stay[] {
  const stays: Stay[] = [];
  const open = new Map<string, Stay>();
  for (const [number, line] of lines.entries()) {
    const { machine, instance, queueId } = line.event;
    const place = `${machine ?? ''} ${instance ?? ''} ${queueId ?? ''}`;
    const before = queueId === null ? undefined : open.get(place);
    const stay = before === undefined || beginsAnew(before, line.event) ? createStay(stays.length, line.atMs) : before;
    if (stay !== before) stays.push(stay);
    open.set(place, stay);
    addToStay(stay, { ...line, number, stay: stay.number });
  }
  return stays;
}

function createStay(number: number, firstMs: number | null): Stay {
  const known = { number, lastTime: '', hasArrived: false, messageId: null, isOver: false };
  const stay: Stay = { ...known, lines: [], firstMs, lastMs: firstMs, message: [] };
  stay.message.push(stay);
  return stay;
}

const arrivalPattern = /^\w+: (?:client=|uid=)/;

/** Whether the line is of another message that was given the same id. Only Postfix does that. */
function beginsAnew(stay: Stay, event: LogEvent): boolean {
  if (event.format !== 'postfix') return false;
  if (arrivalPattern.test(event.text)) return stay.hasArrived || stay.isOver;
  const { messageId } = readStoryIds(event);
  if (messageId !== null) return stay.isOver || (stay.messageId !== null && stay.messageId !== messageId);
  // Programs log side by side: within a second a line may come behind the last one.
  return stay.isOver && event.time !== stay.lastTime;
}

function addToStay(stay: Stay, line: NumberedLine): void {
  const { event, atMs } = line;
  stay.lines.push(line);
  stay.lastTime = event.time;
  stay.lastMs = atMs ?? stay.lastMs;
  if (event.format !== 'postfix') return;
  stay.hasArrived ||= arrivalPattern.test(event.text);
  stay.messageId ??= readStoryIds(event).messageId;
  stay.isOver ||= event.text.endsWith(': removed');
}

function indexStays(stays: readonly Stay[]): ReadonlyMap<string, readonly Stay[]> {
  const byId = new Map<string, Stay[]>();
  for (const stay of stays) {
    const own = stay.lines.flatMap(({ event }) => {
      const { queueId, messageId } = readStoryIds(event);
      return [queueId, messageId].filter((id) => id !== null);
    });
    for (const id of new Set(own)) {
      const known = byId.get(id);
      if (known === undefined) byId.set(id, [stay]);
      else known.push(stay);
    }
  }
  return byId;
}

/** Joins the stays that the line shows to be of the same message. */
function joinOthers(stay: Stay, { event, atMs }: GatheredLine, byId: ReadonlyMap<string, readonly Stay[]>): void {
  const { messageId, named } = readStoryIds(event);
  const [sameMessage] = messageId === null ? [] : (byId.get(messageId) ?? []);
  if (sameMessage !== undefined) join(stay, sameMessage);
  for (const id of named) {
    const others = (byId.get(id) ?? []).filter((other) => other !== stay);
    const nearest = findNearest(others, atMs);
    if (nearest !== null) join(stay, nearest);
  }
}

function findNearest(stays: readonly Stay[], atMs: number | null): Stay | null {
  const [nearest] = stays
    .map((stay) => ({ stay, apartMs: measureDistance(stay, atMs) }))
    .filter(({ apartMs }) => apartMs <= furthestMs)
    .sort((a, b) => a.apartMs - b.apartMs);
  return nearest?.stay ?? null;
}

/** Zero within the stay, and where no time is told. */
function measureDistance({ firstMs, lastMs }: Stay, atMs: number | null): number {
  if (firstMs === null || lastMs === null || atMs === null) return 0;
  return Math.max(0, firstMs - atMs, atMs - lastMs);
}

function join(stay: Stay, other: Stay): void {
  const { message } = stay;
  if (message === other.message) return;
  for (const each of other.message) {
    message.push(each);
    each.message = message;
  }
}

/** The first lines of a message that has very many. */
function bound(message: readonly Stay[]): GatheredMessage {
  const lines = message.flatMap((stay) => stay.lines).sort((a, b) => a.number - b.number);
  return { lines: lines.slice(0, mostLinesOfOne), moreLines: Math.max(0, lines.length - mostLinesOfOne) };
}
