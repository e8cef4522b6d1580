/**
 * Replies in other languages than English, as servers and gateways give them.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const german: readonly EntrySketch[] = [
  {
    name: 'german-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(benutzer|empfänger|empfaenger|postfach|mailbox|adresse|konto|account) (ist |) (unbekannt|nicht bekannt|nicht vorhanden|existiert nicht|nicht gefunden|ungültig|ungueltig)',
      '(unbekannter|ungültiger|ungueltiger|unbekannte|ungültige) (benutzer|empfänger|empfaenger|adresse|empfängeradresse)',
      'kein (solcher|solches) (benutzer|postfach|empfänger)',
      '(existiert|gibt es) (hier |)nicht',
    ],
    examples: ['550 Empfänger unbekannt', '550 5.1.1 Unbekannter Empfänger', '550 Das Postfach existiert nicht'],
  },
  {
    name: 'german-full',
    code: 'recipient.mailbox-full',
    phrases: [
      '(postfach|mailbox|briefkasten|speicherplatz) (ist |des empfängers ist |)(voll|überfüllt|ueberfuellt|erschöpft)',
      'speicherplatz (überschritten|erschöpft|reicht nicht)',
    ],
    examples: ['552 5.2.2 Postfach ist voll', '452 Speicherplatz erschöpft'],
  },
  {
    name: 'german-rejected',
    code: 'server.policy',
    phrases: ['(aus |wegen |)(richtlinien|sicherheitsgründen|sicherheitsgruenden)', 'zugriff verweigert'],
    examples: ['550 Zugriff verweigert', '550 5.7.1 aus Sicherheitsgründen abgelehnt'],
    specificity: specificity.hint,
  },
  {
    name: 'german-relay',
    code: 'server.relay-denied',
    phrases: ['weiterleitung (nicht erlaubt|nicht gestattet|verweigert)'],
    examples: ['550 Weiterleitung nicht erlaubt'],
  },
  {
    name: 'german-spam',
    code: 'message.spam',
    phrases: ['als spam (erkannt|eingestuft|abgelehnt|klassifiziert)', 'spam verdacht', 'spamverdacht'],
    examples: ['550 Nachricht als Spam erkannt'],
    specificity: specificity.productPhrase,
  },
];

const french: readonly EntrySketch[] = [
  {
    name: 'french-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(utilisateur|destinataire|adresse|boite|boîte|compte|adresse d au moins un destinataire|adresse destinataire) (est |)(inconnu|inconnue|invalide|inexistant|inexistante|introuvable)',
      'adresse dau moins un destinataire invalide',
      '(destinataire|utilisateur|compte) n existe pas',
      'nexiste pas',
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
      '(boite|boîte|bal) (aux lettres |de reception |du destinataire |du correspondant |)(est |)(pleine|saturee|saturée)',
      'quota (depasse|dépassé)',
    ],
    examples: ['552 5.2.2 Boîte aux lettres pleine', '552 Quota dépassé'],
  },
  {
    name: 'french-blocked',
    code: 'sender.blocked',
    phrases: ['(adresse|ip|adresse ip|adresse ip source|serveur) (est |) (bloquee|bloquée|bloque|bloqué)'],
    examples: ['550 Adresse IP source bloquée'],
  },
  {
    name: 'french-refused',
    code: 'server.policy',
    phrases: ['(mail|message|courrier) (rejete|rejeté|refuse|refusé)', '(service|acces|accès|connexion) (refuse|refusé|refusee|refusée)'],
    classes: [5],
    examples: ['550 Mail rejeté', '554 Accès refusé'],
    specificity: specificity.hint,
  },
  {
    name: 'french-later',
    code: 'server.busy',
    phrases: ['(veuillez |merci de |)(essayer|reessayer|réessayer) (plus tard|ulterieurement|ultérieurement)'],
    classes: [4],
    examples: ['421 Service indisponible. Veuillez essayer plus tard.'],
    specificity: specificity.hint,
  },
];

const southern: readonly EntrySketch[] = [
  {
    name: 'spanish-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(usuario|destinatario|buzon|buzón|cuenta|direccion|dirección) (es |)(desconocido|desconocida|inexistente|no existe|no encontrado|no valido|no válida|inválida|no válido)',
      'no existe (el |la |)(usuario|cuenta|buzon|buzón|direccion|dirección|destinatario)',
    ],
    examples: ['550 Usuario desconocido', '550 5.1.1 No existe el usuario'],
  },
  {
    name: 'spanish-full',
    code: 'recipient.mailbox-full',
    phrases: ['(buzon|buzón|cuenta|casilla) (esta |está |)(lleno|llena)', 'cuota (excedida|superada)'],
    examples: ['552 5.2.2 Buzón lleno', '552 Cuota excedida'],
  },
  {
    name: 'italian-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(utente|destinatario|casella|indirizzo) (e |è |)(sconosciuto|inesistente|non esiste|non trovato|non valido|sconosciuta)',
      'non esiste (il |la |)(casella|utente|destinatario)',
    ],
    examples: ['550 Utente sconosciuto', '550 5.1.1 Casella inesistente'],
  },
  {
    name: 'italian-full',
    code: 'recipient.mailbox-full',
    phrases: ['(casella|mailbox) (di posta |)(e |è |)piena'],
    examples: ['552 Casella di posta piena'],
  },
  {
    name: 'portuguese-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(usuario|usuário|utilizador|destinatario|destinatário|conta|caixa postal|endereço|endereco) (e |é |)(desconhecido|desconhecida|inexistente|nao existe|não existe|inválido|invalido|nao encontrado|não encontrado)',
    ],
    examples: ['550 Usuário desconhecido', '550 5.1.1 Conta inexistente'],
  },
  {
    name: 'portuguese-full',
    code: 'recipient.mailbox-full',
    phrases: ['(caixa postal|caixa de correio|caixa|conta) (do destinatario |do destinatário |esta |está |)(cheia|lotada)'],
    examples: ['552 Caixa postal cheia'],
  },
];

const eastern: readonly EntrySketch[] = [
  {
    name: 'russian-unknown',
    code: 'recipient.unknown',
    phrases: [
      '(пользователь|адресат|ящик|получатель|адрес|почтовый ящик) (не найден|не существует|неизвестен)',
      '(неизвестный|несуществующий) (пользователь|адресат|получатель)',
      'нет такого (пользователя|адресата|ящика)',
    ],
    examples: ['550 Пользователь не найден', '550 5.1.1 нет такого пользователя'],
  },
  {
    name: 'russian-full',
    code: 'recipient.mailbox-full',
    phrases: ['(ящик|почтовый ящик) (получателя |)(переполнен|заполнен)'],
    examples: ['552 Почтовый ящик переполнен'],
  },
  {
    name: 'russian-spam',
    code: 'message.spam',
    phrases: ['(письмо|сообщение) (отклонено |)(признано спамом|как спам|похоже на спам)', 'спам'],
    examples: ['554 Сообщение отклонено как спам'],
  },
  {
    name: 'japanese-unknown',
    code: 'recipient.unknown',
    phrases: [
      'ユーザが見つかりません',
      'ユーザーが見つかりません',
      '宛先不明',
      'メールアドレスが見つかりません',
      '存在しません',
      '宛先が見つかりません',
    ],
    examples: ['550 ユーザが見つかりません', '550 5.1.1 宛先のメールアドレスは存在しません'],
  },
  {
    name: 'japanese-full',
    code: 'recipient.mailbox-full',
    phrases: ['メールボックスがいっぱい', 'メールボックスの容量', '容量を超え'],
    examples: ['552 メールボックスがいっぱいです'],
  },
  {
    name: 'chinese-unknown',
    code: 'recipient.unknown',
    phrases: ['用户不存在', '收件人不存在', '邮箱不存在', '找不到用户', '用户未找到'],
    examples: ['550 用户不存在', '550 5.1.1 邮箱不存在'],
  },
  {
    name: 'chinese-full',
    code: 'recipient.mailbox-full',
    phrases: ['邮箱已满', '邮箱空间不足', '超出邮箱容量'],
    examples: ['552 收件人邮箱已满'],
  },
  { name: 'chinese-rate', code: 'sender.rate-limited', phrases: ['发送频率', '频率限制', '连接频率'], examples: ['550 发送频率超过限制'] },
  { name: 'chinese-spam', code: 'message.spam', phrases: ['垃圾邮件'], examples: ['554 垃圾邮件'] },
];

export const foreignEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'localised texts of hosting providers and mail gateways', specificity: specificity.phrase },
  [...german, ...french, ...southern, ...eastern],
);
