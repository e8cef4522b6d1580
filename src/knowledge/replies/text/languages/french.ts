/**
 * Replies in French.
 */
import { type EntrySketch, specificity } from '../../reply-entry.js';

export const frenchSketches: readonly EntrySketch[] = [
  {
    name: 'french-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(utilisateur|destinataire|adresse|boite|compte|adresse d au moins un destinataire|adresse destinataire) (est |)(inconnu|inconnue|invalide|inexistant|inexistante|introuvable)',
      'adresse dau moins un destinataire invalide',
      '(destinataire|utilisateur|compte) n existe pas',
      'nexiste pas',
      'adresse * introuvable',
    ],
    examples: [
      '550 5.1.1 Adresse destinataire invalide',
      '550 Utilisateur inconnu',
      '550 5.1.1 Adresse d au moins un destinataire invalide.',
    ],
  },
  {
    name: 'french-full',
    code: 'recipient.mailbox-full',
    phrases: [
      '(boite|bal|messagerie) (aux lettres |de reception |du destinataire |du correspondant |)(est |)(pleine|saturee)',
      'quota (depasse|atteint)',
      'espace (de stockage |) (insuffisant|depasse)',
    ],
    examples: ['552 5.2.2 Boîte aux lettres pleine', '552 Quota dépassé'],
  },
  {
    name: 'french-disabled',
    code: 'recipient.disabled',
    phrases: [
      '(compte|boite|adresse|messagerie) (est |a ete |) (desactive|desactivee|suspendu|suspendue|ferme|fermee|inactif|inactive|archivee|resilie|resiliee)',
    ],
    examples: ['550 Compte désactivé', '550 5.2.1 La boîte a été suspendue'],
  },
  {
    name: 'french-blocked',
    code: 'sender.blocked',
    phrases: ['(adresse|ip|adresse ip|adresse ip source|serveur) (est |) (bloquee|bloque)'],
    examples: ['550 Adresse IP source bloquée'],
  },
  {
    name: 'french-refused',
    code: 'server.policy',
    phrases: ['(mail|message|courrier) (rejete|refuse)', '(service|acces|connexion) (refuse|refusee)'],
    classes: [5],
    examples: ['550 Mail rejeté', '554 Accès refusé'],
    specificity: specificity.hint,
  },
  {
    name: 'french-relay',
    code: 'server.relay-denied',
    phrases: ['relais (refuse|interdit|non autorise)', 'relayage (refuse|interdit|non autorise)'],
    examples: ['550 Relais non autorisé'],
  },
  {
    name: 'french-spam',
    code: 'message.spam',
    phrases: ['(considere|detecte|identifie|reconnu) comme (du |un |) (spam|pourriel|indesirable)', 'pourriel'],
    examples: ['554 Message considéré comme du spam'],
    specificity: specificity.productPhrase,
  },
  {
    name: 'french-large',
    code: 'message.too-large',
    phrases: ['message trop (volumineux|gros|grand|lourd)', 'taille (maximale|maximum) * depassee'],
    examples: ['552 Message trop volumineux'],
    specificity: specificity.productPhrase,
  },
  {
    name: 'french-later',
    code: 'server.busy',
    phrases: ['(veuillez |merci de |)(essayer|reessayer) (plus tard|ulterieurement)'],
    classes: [4],
    examples: ['421 Service indisponible. Veuillez essayer plus tard.'],
    specificity: specificity.hint,
  },
];
