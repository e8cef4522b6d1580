/** Written by scripts/generate-rules.mjs from the files of this folder; do not edit. */
import type { RegisteredRule } from '../model/rule.js';

export const rules: readonly RegisteredRule[] = [];
