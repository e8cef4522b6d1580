/**
 * A line of a story with its time and what it adds.
 */
import type { LogEvent } from '../intake/log/log-event.js';
import type { StoryDetails } from '../intake/log/story-details.js';

export interface TimedEvent {
  readonly event: LogEvent;
  readonly details: StoryDetails;
  /** Null where the line has no time that can be read. */
  readonly atMs: number | null;
}
