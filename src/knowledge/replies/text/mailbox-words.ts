/**
 * What mail servers call a mailbox, as the alternatives of a phrase.
 */
export const who =
  '(user|mailbox|account|recipient|address|addressee|alias|email address|mail address|e mail address|email account|mail account|local part|username|user name|userid)';
