/**
 * Replies in Russian, Japanese and Chinese. Phrases of the last two are looked for anywhere: they have no blanks between words.
 */
import { type EntrySketch, specificity } from '../../reply-entry.js';

const russianMailbox = '(пользователь|адресат|ящик|получатель|адрес|почтовый ящик|аккаунт|учетная запись|учётная запись)';

const russian: readonly EntrySketch[] = [
  {
    name: 'russian-unknown',
    code: 'recipient.unknown',
    phrases: [
      `${russianMailbox} (не найден|не существует|неизвестен|не найдена)`,
      '(неизвестный|несуществующий) (пользователь|адресат|получатель)',
      'нет такого (пользователя|адресата|ящика)',
    ],
    examples: ['550 Пользователь не найден', '550 5.1.1 нет такого пользователя'],
  },
  {
    name: 'russian-full',
    code: 'recipient.mailbox-full',
    phrases: ['(ящик|почтовый ящик) (получателя |)(переполнен|заполнен)', 'квота (превышена|исчерпана)'],
    examples: ['552 Почтовый ящик переполнен'],
  },
  {
    name: 'russian-disabled',
    code: 'recipient.disabled',
    phrases: [`${russianMailbox} (заблокирован|отключен|отключён|удален|удалён|заблокирована|отключена)`],
    examples: ['550 Почтовый ящик отключен'],
  },
  {
    name: 'russian-domain',
    code: 'domain.not-found',
    phrases: ['домен (получателя |) (не найден|не существует)'],
    examples: ['550 Домен не существует'],
  },
  {
    name: 'russian-spam',
    code: 'message.spam',
    phrases: ['(письмо|сообщение) (отклонено |)(признано спамом|как спам|похоже на спам)', 'спам'],
    examples: ['554 Сообщение отклонено как спам'],
  },
  {
    name: 'russian-later',
    code: 'server.busy',
    phrases: ['(повторите|попробуйте) (попытку |еще раз |) (позже|позднее)'],
    classes: [4],
    examples: ['451 Повторите попытку позже'],
    specificity: specificity.hint,
  },
];

const japanese: readonly EntrySketch[] = [
  {
    name: 'japanese-unknown',
    code: 'recipient.unknown',
    phrases: [
      'ユーザが見つかりません',
      'ユーザーが見つかりません',
      'ユーザー不明',
      '宛先不明',
      'メールアドレスが見つかりません',
      '存在しません',
      '宛先が見つかりません',
      'アドレスが間違って',
      '該当するユーザ',
    ],
    examples: ['550 ユーザが見つかりません', '550 5.1.1 宛先のメールアドレスは存在しません'],
  },
  {
    name: 'japanese-full',
    code: 'recipient.mailbox-full',
    phrases: ['メールボックスがいっぱい', 'メールボックスが一杯', 'メールボックスの容量', '容量を超え', '容量オーバー'],
    examples: ['552 メールボックスがいっぱいです'],
  },
  {
    name: 'japanese-disabled',
    code: 'recipient.disabled',
    phrases: ['利用停止', '利用を停止', '解約され', 'アカウントが無効'],
    examples: ['550 このアカウントは利用停止中です'],
  },
  {
    name: 'japanese-refused',
    code: 'recipient.filtered',
    phrases: ['受信拒否', '受信を拒否'],
    examples: ['550 受信者により受信拒否されています'],
  },
  { name: 'japanese-spam', code: 'message.spam', phrases: ['迷惑メール', 'スパム'], examples: ['554 迷惑メールと判定されました'] },
  {
    name: 'japanese-large',
    code: 'message.too-large',
    phrases: ['サイズが大き', 'サイズ制限', 'サイズの上限'],
    examples: ['552 メールのサイズが大きすぎます'],
  },
];

const chinese: readonly EntrySketch[] = [
  {
    name: 'chinese-unknown',
    code: 'recipient.unknown',
    phrases: [
      '用户不存在',
      '收件人不存在',
      '邮箱不存在',
      '找不到用户',
      '用户未找到',
      '地址不存在',
      '帐号不存在',
      '账号不存在',
      '帐户不存在',
      '无此用户',
    ],
    examples: ['550 用户不存在', '550 5.1.1 邮箱不存在'],
  },
  {
    name: 'chinese-full',
    code: 'recipient.mailbox-full',
    phrases: ['邮箱已满', '邮箱空间不足', '超出邮箱容量', '邮箱容量已满'],
    examples: ['552 收件人邮箱已满'],
  },
  {
    name: 'chinese-disabled',
    code: 'recipient.disabled',
    phrases: ['已被禁用', '已停用', '被冻结', '已注销', '账号被禁用'],
    examples: ['550 该账号已被禁用'],
  },
  {
    name: 'chinese-refused',
    code: 'recipient.filtered',
    phrases: ['被收件人拒收', '收件人拒收', '被收件人拒绝'],
    examples: ['550 邮件被收件人拒收'],
  },
  { name: 'chinese-rate', code: 'sender.rate-limited', phrases: ['发送频率', '频率限制', '连接频率'], examples: ['550 发送频率超过限制'] },
  { name: 'chinese-blocked', code: 'sender.blocked', phrases: ['黑名单'], examples: ['554 发件服务器在黑名单中'] },
  { name: 'chinese-spam', code: 'message.spam', phrases: ['垃圾邮件'], examples: ['554 垃圾邮件'] },
  { name: 'chinese-large', code: 'message.too-large', phrases: ['邮件过大', '邮件太大', '超过大小限制'], examples: ['552 邮件过大'] },
  { name: 'chinese-domain', code: 'domain.not-found', phrases: ['域名不存在', '找不到域名'], examples: ['550 收件人域名不存在'] },
];

export const easternSketches: readonly EntrySketch[] = [...russian, ...japanese, ...chinese];
