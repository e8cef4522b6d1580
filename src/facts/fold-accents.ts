/**
 * Latin letters without their accents: servers write `boite` where a person writes `boîte`.
 */

const accented = /[\u00c0-\u024f]/;

/** The word with bare letters; words of other scripts stay as they are. */
export function foldAccents(word: string): string {
  return accented.test(word) ? word.normalize('NFD').replace(/\p{Mark}/gu, '') : word;
}
