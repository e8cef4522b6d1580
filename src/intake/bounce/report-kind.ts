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
  /undeliver|(?:non-?|un)deliver|deliver[\w ]*(?:fail|error|problem|status|notif|unsuccess)|(?:mail|message|delivery|transmission)\b.{0,30}\bfail|fail(?:ure|ed)\b.{0,20}(?:notice|deliver|mail)|failure notice|returned? (?:mail|message|to sender)|returned to sender|mail(?:er)? (?:system )?error|error (?:mail|report)|could ?n[o']t (?:be )?(?:deliver|sen[dt])|cannot send message|error sending|bounce|rejected|warning.{0,12}could not send|delayed|user unknown|not (?:been )?(?:delivered|member)|unzustellbar|nicht zustellbar|non remis|échec|no se ha podido|mancata consegna|não entregue|エラー|配信|送信|не доставлен|недоставлен|退信|投递|non recapitabile|impossibile recapitare|no se puede entregar|no entregado|não é possível entregar|onbestelbaar|niet bezorgd|kan inte levereras|olevererbar|kan ikke lev[eé]re[st]|ei voi(?:tu)? toimittaa|niedostarcz|nie dostarczono|nedoru[čc]iteln|nedoru[čc]en|teslim edilemedi|kézbesíthetetlen|nem kézbesíthető|未送达|无法(?:送达|传递)|無法傳遞|배달되지 않음|반송/i;

const failureWords =
  /(?:could not|cannot|can't|couldn't|was not|wasn't|not able to|unable to|failed to|failure to|has not been|have not been|not be)\b[\s\w'’]{0,40}?\b(?:deliver|sen[dt]|reach|transfer|complete|process)|undeliver|(?:delivery|message|mail)[\w\s]{0,40}(?:failed|failure|errors?\b|rejected|bounced)|(?:delivery|deliver)\w* (?:has )?fail|did ?n[o']t reach|fatal errors|transcript of session|failure reasons?|delivery problems|error (?:has )?occurred (?:while|when) (?:attempting|trying) to deliver|error delivering|may not exist, or you may not have|was (?:rejected|refused|blocked|returned) (?:by|for|because|as)|not a member|user unknown|unknown user|no such user|mailbox[\w\s']{0,10}(?:is )?full|invalid (?:final delivery )?user|(?:was|been) aborted\b|incorrectly constructed|is disabled|does not exist|not listed in|エラー|送信でき|配信でき|送信に失敗|不明|(?:не может быть|не была|не было|не удалось)[\s\S]{0,12}достав|(?:problem|trouble) delivering|nicht (?:zugestellt|ausgeliefert)|Nachrichtenzustellung|n['’](?:a|ont) pas pu être|n['’]est pas parvenu|non .{0,20}consegnat|no se (?:pudo|ha podido)|no pudo (?:ser )?entreg|não (?:pôde|foi possível|é possível)|не удалось|无法|無法|退回|recapito non (?:è )?riuscito|impossibile recapitare|non (?:è stato|può essere) (?:possibile )?recapitat|no se puede entregar|(?:niet|kon niet) (?:worden )?(?:bezorgd|afgeleverd|besteld)|(?:kunde|kan) inte levereras|(?:kunne|kan) ikke (?:leveres|levere)|ei voi(?:tu|da)? toimittaa|nie (?:mogła|może|można|została|zostanie) (?:zostać )?(?:dostarcz|doręcz)|nedoru[čc]|(?:nelze|nebylo možné|nepodařilo se) (?:\S+ )?doru[čc]it|teslim edilemedi|nem kézbesíthető|nem sikerült kézbesíteni|배달되지|전달할 수 없/i;

const delayWords =
  /this is a warning message only|has (?:been|not yet been) (?:delayed|delivered)[\s\S]{0,40}(?:delayed|yet|still)|has been delayed|will be retried|will keep trying|not yet been delivered|still (?:being )?(?:tried|undelivered|trying)|could not send m\w+ for past|message (?:is|was) (?:still )?(?:delayed|queued)|no action is required on your part|(?:delivery|mail|message)[\w\s]{0,12}delay|will retry for \d|delivery incomplete|(?:hasn't|has not) been delivered yet|will continue to be attempted/i;

const deliveredWords =
  /(?:was|has been|were) (?:successfully )?(?:delivered|relayed)\b|successfully delivered|delivery confirmation|\(success\)/i;

/** What the whole message is, where no structured part tells. */
export function judgeWhole(message: ReadMessage, report: string): WholeKind {
  if (message.headers.size === 0) return judgeBody(report);
  const subject = firstValue(message, 'subject');
  if (message.headers.has('x-failed-recipients')) return isDelay(subject, report) ? 'delayed' : 'failed';
  if (isDeclared(message)) return sortReport(subject, report);
  if (isReport(message, subject, report.slice(0, 4000))) return sortReport(subject, report);
  return isAutoReply(message) ? 'auto-reply' : 'not-a-report';
}

/** Without a header the words are all there is; JSON and letters that begin as letters do are none. */
function judgeBody(report: string): WholeKind {
  const front = report.slice(0, 4000);
  if (/^\s*(?:dear|hello|hi|hey)\b[^.\n]{0,40},?\s*\n/i.test(front) && !failureWords.test(front) && !delayWords.test(front))
    return 'not-a-report';
  return failureWords.test(front) || delayWords.test(front) || /^[ \t]*Final-Recipient[ \t]*:/im.test(front)
    ? sortReport('', report)
    : 'not-a-report';
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
  const bySubject = failureSubject.test(subject);
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
