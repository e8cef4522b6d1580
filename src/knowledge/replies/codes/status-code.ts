/**
 * The shape of an enhanced status code of the IANA registry.
 */
import type { Code } from '../../../model/vocabulary.js';

export interface StatusCode {
  /** Subject and detail: `1.1` of x.1.1. */
  readonly detail: string;
  readonly meaning: string;
  readonly code: Code;
  /** Where class 4 means something else. */
  readonly temporaryCode?: Code;
  /** Only beside these reply codes does it speak of a login; beside others servers use it for any policy. */
  readonly loginReplyCodes?: readonly number[];
  /** It names no cause: others decide where they can. */
  readonly vague: boolean;
  /** Codes or beginnings of codes that a text may well give beside it. */
  readonly alsoMeans: readonly string[];
}
