/**
 * What a survey tells while it runs: steps that begin and end. For people only; nothing is decided from it.
 */

export interface ProgressStep {
  /** Stable while the step lasts. */
  readonly id: string;
  /** "MX of example.com at 192.0.2.53" */
  readonly title: string;
  /** The id of the step that this one belongs to. */
  readonly parent: string | null;
}

export type ProgressEvent =
  | { readonly type: 'started'; readonly step: ProgressStep; readonly atMs: number }
  /** `detail`: "10 mx1.example.com", "220 in 40 ms". */
  | {
      readonly type: 'finished';
      readonly id: string;
      readonly atMs: number;
      readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
      readonly detail: string;
    };

export type ProgressListener = (event: ProgressEvent) => void;
