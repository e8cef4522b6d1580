/**
 * The listings of a queue and their report in every form.
 */
import type { PlacedListing } from '../explain/explain-queue.js';
import type { QueueFormat, QueueReport } from '../model/queue-report.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import { pageOptions } from './page-options.js';

export interface QueueListings {
  readonly listings: readonly PlacedListing[];
  /** Null: found by its first lines. */
  readonly format: QueueFormat | null;
}

/** `fault`: what it is instead of a listing, as the end of a sentence. */
export function complainUnreadable(fault: string): CommandError {
  return new CommandError('data', `this is ${fault}`, 'Name its format with --as; see mailwhy help queue.');
}

/** The report in the form that was asked for. */
export async function renderQueueReport(report: QueueReport, output: OutputSettings): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  if (output.format === 'html') return (await import('../render/render-queue-html.js')).renderQueueHtml(report);
  if (output.detail === 'one-line') return (await import('../render/render-queue-line.js')).renderQueueLine(report);
  return (await import('../render/render-queue.js')).renderQueue(report, pageOptions(output));
}
