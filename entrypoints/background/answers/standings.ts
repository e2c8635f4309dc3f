import type { Community } from '@/utils/community/community';
import type { Platform } from '@/utils/community/platform';
import { PLATFORMS, pageOf } from '@/utils/community/register';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { LANGUAGES } from '@/utils/language/languages';
import { shareLinks } from '@/utils/language/share-links';
import type { PlatformView, StandingView } from '@/utils/messaging/community-views';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { countInState, ON_THEIR_WAY } from '@/utils/outbox/counts';
import type { Receipt } from '@/utils/outbox/entry';
import { setPaused } from '@/utils/outbox/pause';
import type { Pace } from '@/utils/outbox/tables';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** So many of the newest receipts are looked through for what arrived last. */
const NEWEST = 200;

export function platforms(): readonly PlatformView[] {
  return PLATFORMS.map(platformView);
}

function platformView({ id, title, kind, evidence, registration }: Platform): PlatformView {
  return { id, title, kind, evidence, registration: registration ?? null };
}

/** How every connected community is doing, by its address. */
export async function readStandings({ db, clock }: Services): Promise<StandingView[]> {
  const [communities, paces, newest] = await Promise.all([
    db.communities.orderBy('origin').toArray(),
    db.paces.toArray(),
    db.receipts.orderBy('at').reverse().limit(NEWEST).toArray(),
  ]);
  return Promise.all(
    communities.map(async (community) => {
      const { id: communityId } = community;
      const [waiting, needing] = await Promise.all([
        countInState(db, ON_THEIR_WAY, { communityId }),
        countInState(db, ['parked'], { communityId }),
      ]);
      return {
        ...limitsOf(community),
        communityId,
        paused: community.paused ?? false,
        waiting,
        needing,
        askedUntil: askedUntil(paces, communityId, clock()),
        last: lastOf(newest, communityId),
      };
    }),
  );
}

function limitsOf({
  maxCharacters,
  countsIn = 'characters',
  rateLimit: rateLimits = [],
}: Community): Pick<StandingView, 'maxCharacters' | 'countsIn' | 'rateLimits'> {
  return { maxCharacters, countsIn, rateLimits };
}

function askedUntil(paces: readonly Pace[], communityId: string, now: number): number | null {
  const asked = paces.find((pace) => pace.communityId === communityId)?.asked ?? 0;
  return asked > now ? asked : null;
}

function lastOf(newest: readonly Receipt[], communityId: string): StandingView['last'] {
  const last = newest.find((receipt) => receipt.communityId === communityId && receipt.withdrawnAt === null);
  return last === undefined ? null : { title: last.title, url: last.url, at: last.at };
}

export async function pause(
  { db, clock, announce }: Services,
  sync: Sync,
  { communityId, paused }: RequestOf<'community:pause'>,
): Reply<'community:pause'> {
  const done = await setPaused(db, communityId, paused, clock);
  announce();
  if (!paused) void sync.now();
  return done;
}

/** In every language: who is told may speak another than who tells. */
export async function share({ db, textIn }: Services, communityId: string): Reply<'community:share'> {
  const community = await db.communities.get(communityId);
  if (community === undefined) return fail({ code: 'bad-request' });
  const { name, accountName, accountHandle } = community;
  const link = pageOf(community);
  const names = { community: name, name: accountName.trim() || accountHandle, link };
  const messages = await Promise.all(
    LANGUAGES.map(async (language) => {
      const t = await textIn(language);
      const subject = t('server.invitation-subject', names);
      const text = t('popup.share-text', names);
      return { language, subject, text, share: shareLinks({ subject, text, link }) };
    }),
  );
  return succeed({ url: link, messages });
}
