/**
 * Where the ways of a message end in the logs, and what became of it there.
 */
import type { StoryFate, StoryRecipient, StoryStation } from '../model/log-story.js';

/** The fates of a message's recipients, or of the one that was asked for. Notices to the sender have none of their own. */
export function listFates(stations: readonly StoryStation[], asked: string | null): readonly StoryFate[] {
  const own = stations.filter(({ noticeAbout }) => noticeAbout === null);
  const byId = new Map(own.map((station) => [station.queueId, station]));
  const following = (recipient: StoryRecipient, from: StoryStation) => {
    const next = recipient.nextQueueId === null ? undefined : byId.get(recipient.nextQueueId);
    return next === from ? undefined : next;
  };
  const feeders = own.flatMap((station) => station.recipients.map((recipient) => ({ recipient, next: following(recipient, station) })));
  return own.flatMap((station) => {
    const fed = feeders.filter(({ next }) => next === station).map(({ recipient }) => recipient);
    const ended = station.recipients.filter((recipient) => following(recipient, station) === undefined);
    const fates =
      station.recipients.length === 0
        ? fed.map((recipient) => lose(recipient, station))
        : ended.map((recipient) => conclude(recipient, station));
    return choose(fates, fed, asked);
  });
}

/** Of the fates at a station those of the asked address; all of them where it came there under another one. */
function choose(fates: readonly StoryFate[], fed: readonly StoryRecipient[], asked: string | null): readonly StoryFate[] {
  if (asked === null) return fates;
  const direct = fates.filter((fate) => isAddress(fate, asked));
  return direct.length === 0 && fed.some((recipient) => isAddress(recipient, asked)) ? fates : direct;
}

function isAddress({ address, originalAddress }: Pick<StoryRecipient, 'address' | 'originalAddress'>, asked: string): boolean {
  return address.toLowerCase() === asked || originalAddress?.toLowerCase() === asked;
}

function conclude(recipient: StoryRecipient, { machine, queueId, isOver }: StoryStation): StoryFate {
  const { nextQueueId: _, ...told } = recipient;
  return { ...told, machine, queueId, waits: recipient.outcome === 'deferred' && !isOver };
}

/** Handed to this station, whose log tells of no try. */
function lose({ address, originalAddress }: StoryRecipient, { machine, queueId, firstAt, lastAt, isOver }: StoryStation): StoryFate {
  const base = { address, originalAddress, machine, queueId, firstAt, lastAt };
  return { ...base, outcome: 'unknown', host: null, said: '', tries: 0, cause: null, waits: !isOver };
}
