/**
 * Is this message a report, and of what kind? By structure first, by subject and words last.
 *
 * A message that only quotes or carries a report (forwarded, a ticket, a list's discussion) comes from a person and
 * is none: without a structured part, the sender must be a mail system itself and the words must be a report's.
 */
import { isAutoReply } from './auto-reply.js';
import { firstValue, type ReadMessage } from './message-header.js';
import { isBeyondDoubt, isNamedSystem, isSystemSender } from './report-sender.js';
import { listsRefusals, speaksOfOthers } from './spoken-of.js';

export type WholeKind = 'failed' | 'delayed' | 'delivered' | 'auto-reply' | 'not-a-report';

/** The subjects that a report from a sender without a telling name may have. */
const plainSubject =
  /^\s*(?:undeliver\w+ (?:e-?mail|message)|delivery status notification|mail(?: delivery)? (?:error|fail)|returned? mail|failure notice|(?:e-?mail )?bounce|メールエラー|メール配信エラー|送信エラー)/i;

const failureSubject =
  /undeliver|(?:non-?|un)deliver|deliver[\w ]*(?:fail|error|problem|status|notif|unsuccess)|(?:mail|message|delivery|transmission)\b.{0,30}\bfail|fail(?:ure|ed)\b.{0,20}(?:notice|deliver|mail)|failure notice|returned? (?:mail|message|to sender)|returned to sender|mail(?:er)? (?:system )?error|error (?:mail|report)|could ?n[o']t (?:be )?(?:deliver|sen[dt])|cannot send message|error sending|bounce|rejected|warning.{0,12}could not send|delayed|user unknown|not (?:been )?(?:delivered|member)|unzustellbar|nicht zustellbar|non remis|échec|no se ha podido|mancata consegna|não entregue|エラー|配信|送信|не доставлен|недоставлен|退信|投递/i;

/** What Exchange puts before the subject of what came back. */
const exchangePrefix =
  /^\s*(?:non recapitabile|no se puede entregar|no entregado|não entregue|não é possível entregar|onbestelbaar|olevererbart?|kan inte levereras|kan ikke lev[eé]res|ei voi(?:tu)? toimittaa|niedostarcz\w+|nedoru[čc]iteln\S+|teslim edilemedi|kézbesíthetetlen|未送达|无法(?:送达|传递)|無法(?:送達|傳遞)|배달되지 않음)\s*[:：]/i;

const failureWords =
  /(?:could not|cannot|can't|couldn't|was not|wasn't|not able to|unable to|failed to|failure to|has not been|have not been|not be)\b[\s\w'’]{0,40}?\b(?:deliver|sen[dt]|reach|transfer|complete|process)|undeliver|(?:delivery|message|mail)[\w\s]{0,40}(?:failed|failure|errors?\b|rejected|bounced)|(?:delivery|deliver)\w* (?:has )?fail|did ?n[o']t reach|fatal errors|transcript of session|failure reasons?|delivery problems|error (?:has )?occurred (?:while|when) (?:attempting|trying) to deliver|error delivering|may not exist, or you may not have|was (?:rejected|refused|blocked|returned) (?:by|for|because|as)|not a member|user unknown|unknown user|no such user|mailbox[\w\s']{0,10}(?:is )?full|invalid (?:final delivery )?user|deliv\w*[^\n]{0,80}(?:was|been) aborted\b|delevery[^\n]{0,80}was aborted\b|incorrectly constructed|is disabled|does not exist|not listed in|エラー|送信でき|配信でき|送信に失敗|不明|(?:не может быть|не была|не было|не удалось)[\s\S]{0,12}достав|(?:problem|trouble) delivering|nicht (?:zugestellt|ausgeliefert)|Nachrichtenzustellung|n['’](?:a|ont) pas pu être|n['’]est pas parvenu|non .{0,20}consegnat|no se (?:pudo|ha podido)|no pudo (?:ser )?entreg|não (?:pôde|foi possível)|не удалось|无法|退回|recapito non (?:è )?riuscito|impossibile recapitare|non (?:è stato|può essere) (?:possibile )?recapitat|no se puede entregar (?:el|su|este) mensaje|bericht[\w ]{0,30}(?:niet|kon niet) (?:worden )?(?:bezorgd|afgeleverd)|meddelande[\w ]{0,30}(?:kunde|kan) inte levereras|(?:melding|meddelelse|besked)\w*[\w ]{0,30}(?:kunne|kan) ikke leveres|viesti\w*[\w ]{0,30}ei voi(?:tu|da)? toimittaa|wiadomoś\S+[^\n]{0,30}nie (?:mogła|może|została|zostanie) (?:zostać |być )?(?:dostarcz|doręcz)|zpráv\S+[^\n]{0,30}(?:nelze|nebylo možné|nepodařilo se) (?:\S+ )?doru[čc]it|(?:ileti|mesaj)\S*[^\n]{0,30}teslim edilemedi|üzenet\S*[^\n]{0,30}nem (?:kézbesíthető|sikerült kézbesíteni)|(?:邮件|郵件)[^\n]{0,20}(?:無法|未能)|메시지[^\n]{0,20}(?:배달되지|전달할 수 없)/i;

const delayWords =
  /this is a warning message only|has (?:been|not yet been) (?:delayed|delivered)[\s\S]{0,40}(?:delayed|yet|still)|has been delayed|will be retried|will keep trying|not yet been delivered|still (?:being )?(?:tried|undelivered|trying)|could not send m\w+ for past|message (?:is|was) (?:still )?(?:delayed|queued)|no action is required on your part|(?:delivery|mail|message)[\w\s]{0,12}delay|will retry for \d|delivery incomplete|(?:hasn't|has not) been delivered yet|will continue to be attempted/i;

const deliveredWords =
  /(?:was|has been|were) (?:successfully )?(?:delivered|relayed)\b|successfully delivered|delivery confirmation|\(success\)/i;

/** What a subject says stands at its front. */
const longestSubject = 1000;

/** What the whole message is, where no structured part tells. */
export function judgeWhole(message: ReadMessage, report: string): WholeKind {
  if (message.headers.size === 0) return judgeBody(report);
  const subject = firstValue(message, 'subject').slice(0, longestSubject);
  if (message.headers.has('x-failed-recipients')) return isDelay(subject, report) ? 'delayed' : 'failed';
  if (isDeclared(message)) return sortReport(subject, report);
  if (isReport(message, subject, report.slice(0, 4000))) return sortReport(subject, report);
  return isAutoReply(message) ? 'auto-reply' : 'not-a-report';
}

/** Without a header the words are all there is; JSON and letters that begin as letters do are none. */
function judgeBody(report: string): WholeKind {
  const front = report.slice(0, 4000);
  if (/^\s*(?:dear|hello|hi|hey)\b[^.\n]{0,40},?\s*\n/i.test(front) && !failureWords.test(front) && !namesItself(front))
    return 'not-a-report';
  return failureWords.test(front) || delayWords.test(front) || /^[ \t]*Final-Recipient[ \t]*:/im.test(front)
    ? sortReport('', report)
    : 'not-a-report';
}

/** A server that says hello: by its name, or by an address at the front of a line with a reply behind it. */
function namesItself(text: string): boolean {
  return /\bthis is the mailer-daemon\b|^[ \t]*<?[^\s<>@]{1,64}@[^\s<>:]{1,255}>?:[ \t]+[45]\d\d[ -]/im.test(text);
}

/** What a mail server tells its own postmaster: nobody's message came back. */
const postmasterNote = /^\s*Postfix SMTP (?:server|client): errors? /i;

/** RFC 3464 section 2, by the header or by a part. */
function isDeclared(message: ReadMessage): boolean {
  return (
    /report-type="?delivery-status/i.test(firstValue(message, 'content-type')) ||
    message.parts.some(({ type }) => type === 'message/delivery-status')
  );
}

function isReport(message: ReadMessage, subject: string, words: string): boolean {
  if (postmasterNote.test(subject)) return false;
  const bySubject = failureSubject.test(subject) || exchangePrefix.test(subject);
  const byWords = failureWords.test(words);
  if (!bySubject && !byWords) return !isAnswer(subject) && listsRefusals(message, words);
  if (!isFromSystem(message, subject, byWords)) return false;
  return isBeyondDoubt(message) || speaksOfOthers(message, words);
}

/** By its sender, or by a subject and words that are a report's alone. */
function isFromSystem(message: ReadMessage, subject: string, byWords: boolean): boolean {
  if (isNamedSystem(message)) return true;
  if (isSystemSender(message, failureSubject)) return !isAnswer(subject);
  return (
    plainSubject.test(subject) &&
    byWords &&
    /no-?_?reply|auto-/i.test(`${firstValue(message, 'from')} ${firstValue(message, 'auto-submitted')}`)
  );
}

/** "Re:" and its kin: no mail system answers or forwards. */
function isAnswer(subject: string): boolean {
  return /^\s*(?:re|fwd?|aw|wg|tr|rv)\s*:/i.test(subject);
}

function sortReport(subject: string, report: string): WholeKind {
  if (isDelay(subject, report)) return 'delayed';
  return deliveredWords.test(`${subject}\n${report}`) && !failureWords.test(report) ? 'delivered' : 'failed';
}

function isDelay(subject: string, report: string): boolean {
  if (/\(delay|delayed|^warning|still being retried/i.test(subject)) return true;
  return delayWords.test(report) && !/given up|giving up|permanent(?:ly)? (?:error|fail|fatal)|returned to (?:the )?sender/i.test(report);
}
