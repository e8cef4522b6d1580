/**
 * When each kind of sender would try again and give up, and where its course differs from a conforming one's.
 */
import type { ProfiledCourse, SenderCourse } from '../facts/sender-course.js';
import { type RetrySchedule, retrySchedules } from '../knowledge/retry-schedules.js';
import type { SenderForecast } from '../model/report.js';

/** A forecast for each sender of the knowledge; none where nothing could be told about any sender. */
export function forecastSenders(courses: readonly ProfiledCourse[], conforming: SenderCourse): readonly SenderForecast[] {
  if (conforming.end === 'undecided') return [];
  return courses.flatMap((profiled) => {
    const schedule = findSchedule(profiled.profile.id);
    return schedule === null ? [] : [forecastSender(profiled, schedule, conforming)];
  });
}

function forecastSender(profiled: ProfiledCourse, schedule: RetrySchedule, conforming: SenderCourse): SenderForecast {
  const { course } = profiled;
  const note = describeDifference(profiled, conforming);
  if (course.end !== 'deferred') return { sender: schedule.sender, note, nextTriesMs: [], givesUpMs: null };
  const spoke = course.at !== null;
  const nextTriesMs = spoke ? schedule.afterReplyMs : schedule.afterNoConnectionMs;
  return { sender: schedule.sender, note, nextTriesMs, givesUpMs: schedule.givesUpMs };
}

/** The forecast for a reply alone: every sender that gets it does the same. */
export function forecastReply(permanence: 'permanent' | 'temporary' | 'unknown'): readonly SenderForecast[] {
  if (permanence !== 'temporary') return [];
  return retrySchedules.map(({ sender, afterReplyMs, givesUpMs }) => ({ sender, note: null, nextTriesMs: afterReplyMs, givesUpMs }));
}

/** When the sender tries again and gives up; null where that is not known. */
export function findSchedule(sender: string): RetrySchedule | null {
  return retrySchedules.find((schedule) => schedule.sender === sender) ?? null;
}

/** Why this sender ends elsewhere than a conforming one, null where it does not. */
function describeDifference({ profile, course }: ProfiledCourse, conforming: SenderCourse): string | null {
  const failedTls = course.visited.some(({ event }) => event === 'tls-failed');
  if (failedTls && profile.moves['tls-failed'] === 'plain-later') return 'falls back to plain text once the message is 5 minutes old';
  if (failedTls && profile.moves['tls-failed'] === 'defer') return 'does not fall back to plain text: keeps the message';
  if (course.end === conforming.end && course.at?.address === conforming.at?.address) return null;
  const reached = conforming.at === null || course.visited.includes(conforming.at);
  if (!reached && course.end !== 'bounced') return describeLimit({ profile, course });
  return describeEnd(course);
}

/** How a note begins about a sender that stops short of the deciding host. */
export const notReached = 'would not get here';

function describeLimit({ profile, course }: ProfiledCourse): string {
  if (profile.addressLimit !== null && course.visited.length >= profile.addressLimit)
    return `${notReached}: tries ${profile.addressLimit} addresses`;
  if (profile.exchangeLimit !== null) return `${notReached}: tries ${profile.exchangeLimit} exchanges`;
  return describeEnd(course);
}

function describeEnd({ end, at }: SenderCourse): string {
  const place = at === null ? '' : ` at ${at.address}`;
  const refusedEarly = at?.event === 'greeting-5yz' ? 'on a 5yz greeting' : at?.event === 'hello-5yz' ? 'on a 5yz to EHLO' : null;
  if (end === 'bounced') return `bounces at once ${refusedEarly ?? `as refused${place}`}`;
  if (end === 'deferred') return refusedEarly === null ? `keeps the message${place}` : `keeps the message ${refusedEarly}`;
  return end === 'accepted' ? `delivers${place}` : 'cannot be told';
}
