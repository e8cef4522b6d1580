/**
 * Replies in German.
 */
import { type EntrySketch, specificity } from '../../reply-entry.js';

const mailbox = '(benutzer|empfanger|empfaenger|postfach|mailbox|adresse|konto|account|teilnehmer|mailadresse|e mail adresse)';

export const germanSketches: readonly EntrySketch[] = [
  {
    name: 'german-unknown',
    code: 'recipient.unknown',
    phrases: [
      `${mailbox} (ist |) (hier |) (unbekannt|nicht bekannt|nicht vorhanden|existiert nicht|nicht gefunden|ungultig|ungueltig)`,
      '(unbekannter|ungultiger|ungueltiger|unbekannte|ungultige) (benutzer|empfanger|empfaenger|adresse|empfangeradresse)',
      'kein (solcher|solches) (benutzer|postfach|empfanger)',
      '(existiert|gibt es) (hier |)nicht',
      `${mailbox} * nicht (bekannt|gefunden|vorhanden)`,
    ],
    examples: ['550 Empfänger unbekannt', '550 5.1.1 Unbekannter Empfänger', '550 Das Postfach existiert nicht'],
  },
  {
    name: 'german-full',
    code: 'recipient.mailbox-full',
    phrases: [
      '(postfach|mailbox|briefkasten|speicherplatz) (ist |des empfangers ist |)(voll|uberfullt|ueberfuellt|erschopft)',
      'speicherplatz (uberschritten|erschopft|reicht nicht)',
      '(speicherquota|quota|kontingent) (uberschritten|erschopft|ueberschritten)',
    ],
    examples: ['552 5.2.2 Postfach ist voll', '452 Speicherplatz erschöpft'],
  },
  {
    name: 'german-disabled',
    code: 'recipient.disabled',
    phrases: [`${mailbox} (ist |wurde |) (gesperrt|deaktiviert|stillgelegt|geschlossen|geloscht|abgeschaltet|inaktiv)`],
    examples: ['550 Das Postfach wurde deaktiviert', '550 Konto gesperrt'],
  },
  {
    name: 'german-rejected',
    code: 'server.policy',
    phrases: [
      '(aus |wegen |)(richtlinien|sicherheitsgrunden|sicherheitsgruenden)',
      'zugriff verweigert',
      '(nachricht|annahme) (abgelehnt|verweigert)',
    ],
    examples: ['550 Zugriff verweigert', '550 5.7.1 aus Sicherheitsgründen abgelehnt'],
    specificity: specificity.hint,
  },
  {
    name: 'german-relay',
    code: 'server.relay-denied',
    phrases: ['weiterleitung (nicht erlaubt|nicht gestattet|verweigert)', 'relay (nicht erlaubt|nicht gestattet|verweigert)'],
    examples: ['550 Weiterleitung nicht erlaubt'],
  },
  {
    name: 'german-spam',
    code: 'message.spam',
    phrases: ['als spam (erkannt|eingestuft|abgelehnt|klassifiziert)', 'spam verdacht', 'spamverdacht'],
    examples: ['550 Nachricht als Spam erkannt'],
    specificity: specificity.productPhrase,
  },
  {
    name: 'german-blocked',
    code: 'sender.blocked',
    phrases: ['(ip|ip adresse|server|mailserver|absender|absendeadresse) * (gesperrt|geblockt|blockiert)'],
    examples: ['554 Ihre IP-Adresse 192.0.2.1 ist gesperrt'],
  },
  {
    name: 'german-large',
    code: 'message.too-large',
    phrases: ['(nachricht|mail|e mail) (ist |) zu (gross|groß)', 'maximale (nachrichtengroße|nachrichtengrosse|große|grosse) *'],
    examples: ['552 Nachricht zu groß'],
    specificity: specificity.productPhrase,
  },
  {
    name: 'german-later',
    code: 'server.busy',
    phrases: ['(spater|spaeter) (erneut|nochmals|noch einmal|wieder)', 'versuchen sie es (spater|spaeter)'],
    classes: [4],
    examples: ['421 Bitte versuchen Sie es später erneut'],
    specificity: specificity.hint,
  },
];
