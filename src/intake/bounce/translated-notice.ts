/**
 * Notices that one service sends in the reader's language: recognised by what does not change with it, and given in
 * the service's own English.
 */

interface TranslatedNotice {
  readonly marks: readonly RegExp[];
  readonly english: string;
}

const notices: readonly TranslatedNotice[] = [
  {
    // The signature and the link stay as they are in each of the languages.
    marks: [/^Google Groups\.?\s*$/m, /https?:\/\/(?:groups|support)\.google\.com\/\S*(?:support|groups)/],
    english: 'the group you tried to contact may not exist, or you may not have permission to post messages to the group',
  },
];

/** The English of the notice; null where it is none of them. */
export function translateNotice(report: string): string | null {
  return notices.find(({ marks }) => marks.every((mark) => mark.test(report)))?.english ?? null;
}
