/**
 * Live steps on a terminal: a tree that is redrawn in place, and gone before the report is written.
 *
 * At most ten times a second, cut to the terminal's width and height; the oldest lines give way. The
 * timers are the wall's, whatever clock the survey keeps: this is for the person who waits.
 */
import type { ProgressEvent, ProgressListener } from '../model/progress.js';
import { cutToWidth } from '../render/display-width.js';
import { formatVisible } from '../render/visible-text.js';
import { createStepTree, type StepLine } from './step-tree.js';

/** Standard error, as far as it is needed; columns and rows may change while it runs. */
export interface TerminalStream {
  write(text: string): void;
  readonly columns: number;
  readonly rows: number;
}

export interface LiveProgress {
  readonly listener: ProgressListener;
  /** A listener for one of several surveys side by side, under a heading of its own. */
  branch(id: string, title: string): { readonly listener: ProgressListener; finish(detail: string, state: 'ok' | 'failed'): void };
  /** Erases what is drawn; nothing is drawn after it. */
  stop(): void;
}

export interface Appearance {
  readonly unicode: boolean;
  readonly colour: boolean;
}

const redrawIntervalMs = 100;

/** Begins to draw. */
export function createLiveProgress(stream: TerminalStream, appearance: Appearance): LiveProgress {
  const tree = createStepTree();
  const canvas = createCanvas(stream);
  const beganAt = performance.now();
  const draw = () => canvas.draw(layOut(tree.lines(), stream, { ...appearance, elapsedMs: performance.now() - beganAt }));
  const timer = setInterval(draw, redrawIntervalMs);
  timer.unref();
  return {
    listener: (event) => tree.take(event),
    branch(id, title) {
      tree.take({ type: 'started', step: { id, title, parent: null }, atMs: 0 });
      return {
        listener: (event) => tree.take(moveUnder(event, id)),
        finish: (detail, state) => tree.take({ type: 'finished', id, atMs: 0, state, detail }),
      };
    },
    stop() {
      clearInterval(timer);
      canvas.erase();
    },
  };
}

function moveUnder(event: ProgressEvent, id: string): ProgressEvent {
  if (event.type === 'finished') return { ...event, id: `${id}/${event.id}` };
  const parent = event.step.parent === null ? id : `${id}/${event.step.parent}`;
  return { ...event, step: { ...event.step, id: `${id}/${event.step.id}`, parent } };
}

/** Lines that are drawn over each other (ECMA-48: CUU moves up, ED erases to the end). */
function createCanvas(stream: TerminalStream) {
  let height = 0;
  const home = () => (height === 0 ? '' : `\u001b[${height}A`) + (height === 0 ? '' : '\r\u001b[J');
  return {
    draw(lines: readonly string[]) {
      const text = `${home()}${lines.map((line) => `${line}\n`).join('')}`;
      height = lines.length;
      stream.write(text);
    },
    erase() {
      if (height > 0) stream.write(home());
      height = 0;
    },
  };
}

interface Look extends Appearance {
  readonly elapsedMs: number;
}

const signs = {
  unicode: { running: ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'], ok: '✓', warning: '!', failed: '✗', skipped: '-' },
  ascii: { running: ['|', '/', '-', '\\'], ok: '+', warning: '!', failed: 'x', skipped: '-' },
};

/** SGR colours: green, yellow, red, faint. */
const stateColours = { ok: 32, warning: 33, failed: 31, skipped: 2 };

/**
 * The lines to draw: a branch that has ended shows its end alone. Where there are too many, ended steps beneath
 * others give way first, then the deeper ones, then the oldest.
 */
export function layOut(lines: readonly StepLine[], size: { readonly columns: number; readonly rows: number }, look: Look): string[] {
  const room = Math.max(1, size.rows - 2);
  const shown = thinOut(foldEnded(lines), room);
  const hidden = Math.max(0, shown.length - room);
  const rest = shown.slice(hidden).map((line) => formatLine(line, Math.max(10, size.columns - 1), look));
  return hidden === 0 ? rest : [`  ${hidden} more above`, ...rest];
}

function thinOut(lines: readonly StepLine[], room: number): readonly StepLine[] {
  const running = lines.filter(({ depth, end }) => depth === 0 || end === null);
  const variants = [lines, running, running.filter(({ depth }) => depth <= 1)];
  return variants.find(({ length }) => length <= room) ?? lines.filter(({ depth }) => depth === 0);
}

function foldEnded(lines: readonly StepLine[]): StepLine[] {
  let foldedDepth = Number.POSITIVE_INFINITY;
  return lines.filter((line) => {
    if (line.depth > foldedDepth) return false;
    foldedDepth = line.end === null ? Number.POSITIVE_INFINITY : line.depth;
    return true;
  });
}

function formatLine(line: StepLine, columns: number, look: Look): string {
  const set = look.unicode ? signs.unicode : signs.ascii;
  const frame = Math.floor(look.elapsedMs / redrawIntervalMs) % set.running.length;
  const sign = line.end === null ? (set.running[frame] ?? '') : set[line.end.state];
  const indent = '  '.repeat(Math.min(line.depth, 6));
  const detail = line.end === null || line.end.detail === '' ? '' : `  ${line.end.detail}`;
  const text = cutToWidth(formatVisible(`${line.step.title}${detail}`), columns - indent.length - 2);
  const paint =
    look.colour && line.end !== null
      ? (part: string) => `\u001b[${stateColours[line.end?.state ?? 'ok']}m${part}\u001b[0m`
      : (part: string) => part;
  return `${indent}${paint(sign)} ${text}`;
}
