/**
 * What an automatic answer says of the message that it answers: that it is held, that it was not delivered, that nobody reads it.
 *
 * Most say when somebody is back, and tell nothing of it: the message is there.
 */

/** `challenge`: held until the sender confirms it; `undelivered`: thrown away; `unread`: taken, and nobody looks at the mailbox. */
export type AnswerPurpose = 'challenge' | 'undelivered' | 'unread';

const message = '(?:message|e-?mail|mail)';

/** In this order: who must confirm reads that the message is undelivered as well, and who left that it goes unread. */
const purposes: readonly (readonly [purpose: AnswerPurpose, pattern: RegExp])[] = [
  [
    'challenge',
    new RegExp(
      [
        String.raw`\bTMDA\b|BoxTrapper`,
        String.raw`(?:confirm|verify|prove)[\w\s,']{0,40}\b(?:human|real person|not (?:an? )?(?:spam\w*|robot|machine))`,
        String.raw`${message}[\w\s]{0,30}\b(?:is (?:being )?|has been )held\b[\s\S]{0,120}(?:confirm|verif)`,
        String.raw`(?:confirm|verify)[\s\S]{0,80}(?:before|so that|in order for) your ${message}[\w\s]{0,20}\bdelivered`,
        String.raw`${message}[\w\s]{0,30}requires? (?:that you )?(?:verif|confirm)`,
        String.raw`bestätigen[\s\S]{0,80}damit ihre (?:nachricht|e-?mail)[\w\säöüß]{0,20}zugestellt`,
      ].join('|'),
      'i',
    ),
  ],
  [
    'undelivered',
    new RegExp(
      [
        `your ${message} (?:was|has|is|will|could)(?: not|n['’]t) (?:been |be )?delivered`,
        'ihre (?:nachricht|e-?mail) (?:wurde|wird|konnte) nicht zugestellt',
        "votre (?:message|courriel|e-?mail) n['’]a pas (?:été|pu être) (?:remis|distribué|délivré)",
      ].join('|'),
      'i',
    ),
  ],
  [
    'unread',
    new RegExp(
      [
        String.raw`no longer (?:works?\b|working|employed|with (?:the|our|us|this)|part of|at this (?:company|address)|in use|used|active|monitored|checked|read|valid)`,
        String.raw`has left (?:the |our )?(?:company|organi[sz]ation|firm|university|school|us)\b`,
        '(?:mailbox|account|address|inbox) is (?:not (?:being )?(?:monitored|read|checked)|unattended|unmonitored)',
        'nicht mehr (?:im unternehmen|in unserem|bei uns|für uns|tätig|aktiv|in gebrauch|in verwendung|gelesen|abgerufen|genutzt|gültig)',
        '(?:das|unser) unternehmen verlassen',
        "ne (?:fait|travaille) plus|a quitté (?:la société|l['’]entreprise|notre)|n['’]est plus (?:utilisée?|consultée?|active?|valide|lue)",
        'ya no (?:trabaja|forma parte|está en uso|se utiliza)|non (?:lavora più|è più (?:attiv|in uso|utilizzat))',
        'werkt niet (?:meer|langer)|niet meer (?:werkzaam|in gebruik)|(?:já )?não trabalha mais|já não trabalha',
      ].join('|'),
      'i',
    ),
  ],
];

/** Null where the answer tells nothing of the message. */
export function sortAnswer(words: string): AnswerPurpose | null {
  return purposes.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Longer answers are read to here. */
const searchedLength = 4000;
/** Where the message that is answered begins. */
const quotation = /\n[ \t]*(?:-{3,}|_{5,}|(?:on|am|le|el|op|il) [^\n]{6,100}:[ \t]*\n|(?:from|von|de|da|van)[ \u00a0]?: )/i;

/** The paragraph that says it, as it stands; null where none does. */
export function findTellingWords(text: string): string | null {
  const [own = ''] = text.slice(0, searchedLength).split(quotation, 1);
  const paragraphs = own.split(/\n[ \t]*\n/);
  const told = purposes.flatMap(
    ([, pattern]) => paragraphs.find((paragraph) => !/^[ \t]*>/.test(paragraph) && pattern.test(paragraph)) ?? [],
  );
  return told[0]?.trim() ?? null;
}
