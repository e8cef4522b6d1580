/** Written by scripts/generate-rules.mjs from package.json; do not edit. */
export const packageVersion = '0.1.0';
