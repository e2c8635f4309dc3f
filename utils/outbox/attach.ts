import type { Community } from '@/utils/community/community';
import type { Failure, Perform } from '@/utils/community/connector';
import { type Clock, HOUR_MS, isRecent } from '@/utils/kernel/clock';
import { fail, type Result } from '@/utils/kernel/result';
import type { Picture } from '@/utils/practice/practice';
import { sentRequest } from '@/utils/privacy/ledger-row';
import { keepHold, ofClaim } from './claim';
import type { Attached, Entry } from './entry';
import type { Journal } from './journal';
import { type Circumstances, outcomeOfAttach, withoutPicture } from './outcome';
import { factsOf } from './picture-bytes';
import type { OutboxDatabase } from './store';
import type { Tally } from './tally';
import type { Times } from './times';

/** Communities keep what no post shows for a day or so. */
const FRESH_MS = 12 * HOUR_MS;

export interface AttachPorts {
  readonly db: Pick<OutboxDatabase, 'pictures'>;
  readonly clock: Clock;
  readonly perform: Perform;
  readonly times: Times;
  readonly journal: Journal;
}

/** Whether some of its pictures still have to be sent: a try that is repeated sends the same post. */
export function mustAttach(entry: Entry, now: number): boolean {
  return missing(entry, now).length > 0;
}

/** What the post shows. An edit without pictures says so too: those that its post had are gone from it. */
export function mediaIdsOf({ practice, attached }: Entry): { readonly mediaIds?: readonly string[] } {
  if (practice.pictures === undefined) return {};
  return { mediaIds: practice.pictures.flatMap(({ id }) => mediaIdOf(attached, id) ?? []) };
}

/**
 * Sends an entry's pictures, one after the other, and gives it back to be sent; null where that failed, or where it is
 * not ours any more. What was sent is written down before the next one, with a new lease: a slow network takes longer
 * than one. A picture that was sent twice is only forgotten there.
 */
export async function attachPictures(
  ports: AttachPorts,
  community: Community,
  claimed: Entry,
  round: { readonly tally: Tally; readonly circumstances: () => Circumstances },
): Promise<Entry | null> {
  const { clock, times, journal } = ports;
  const purpose = claimed.corrects === null ? 'send' : 'correct';
  let entry = isFresh(claimed.attached, clock()) ? claimed : { ...claimed, attached: undefined };
  for (const picture of missing(entry, clock())) {
    const request = sentRequest(community.origin, purpose, clock());
    const noted = community.rateLimit === undefined ? { request } : {};
    const held = await journal.make({ ...keepHold(entry, clock(), times), ...noted });
    if (held === null) return null;
    const note = round.tally.begin();
    const sent = await attach(ports, community, picture);
    if (!sent.ok) {
      const isLost = sent.error === 'picture-lost';
      if (!isLost) note({ delivered: false, failure: sent.error });
      const after = isLost ? withoutPicture(held) : outcomeOfAttach(held, sent.error, round.circumstances());
      await journal.make(ofClaim(held, after));
      return null;
    }
    entry = { ...held, attached: withMedia(held.attached, picture.id, sent.value.mediaId, clock()) };
  }
  return entry;
}

async function attach(
  { db, perform }: AttachPorts,
  community: Community,
  { id, description }: Picture,
): Promise<Result<{ readonly mediaId: string }, Failure | 'picture-lost'>> {
  if ((community.pictures ?? 0) === 0) return fail({ kind: 'invalid', message: '' });
  const stored = await db.pictures.get(id);
  const facts = stored === undefined ? null : factsOf(stored.bytes);
  if (stored === undefined || facts === null) return fail('picture-lost'); // a file that was imported may bring any bytes
  const picture = { bytes: stored.bytes, type: facts.type, description: description.trim() };
  const noted = community.rateLimit === undefined;
  return perform<'attach'>(community, { verb: 'attach', picture }, { noted });
}

function missing({ practice: { pictures = [] }, attached }: Entry, now: number): readonly Picture[] {
  return isFresh(attached, now) ? pictures.filter(({ id }) => mediaIdOf(attached, id) === null) : pictures;
}

function withMedia(
  attached: Attached | undefined,
  pictureId: string,
  mediaId: string,
  now: number,
): Attached {
  const { at, media } = attached ?? { at: now, media: [] };
  return { at, media: [...media, { pictureId, mediaId }] };
}

function isFresh(attached: Attached | undefined, now: number): attached is Attached {
  return attached !== undefined && isRecent(attached.at, FRESH_MS, now);
}

function mediaIdOf(attached: Attached | undefined, pictureId: string): string | null {
  return attached?.media.find((one) => one.pictureId === pictureId)?.mediaId ?? null;
}
