import type { Community } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import { newId } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { lengthOf } from '@/utils/practice/length';
import { problemsOf, type TitleLimits } from '@/utils/practice/problems';
import { render } from '@/utils/practice/render';
import type { PracticeWords } from '@/utils/practice/words';
import { followed } from './behind';
import { outstandingCorrection } from './correct';
import type { DraftPorts } from './drafts';
import { carriedOn, type Draft, type Entry } from './entry';
import { isBehind } from './onward';
import { liftPace } from './pace';
import { type OutboxDatabase, type OutboxProblem, onDisk } from './store';
import { takes, titleLimitsFor } from './takes';

/** A Send: what the person saw, and where it goes. */
export interface SendOrder {
  readonly draftId: string;
  readonly revision: number;
  /** Null: no community is connected yet; the first one gets it. */
  readonly communityId: string | null;
  readonly placeId: string | null;
  readonly audience: Audience;
  /** What the preview showed. */
  readonly text: string;
  /** Epoch ms until which it may be taken back, or null to leave at once. */
  readonly restsUntil: number | null;
  readonly about?: Entry['about'];
}

export interface SendPorts extends DraftPorts {
  /** Labels in the language of the practice. */
  readonly words: PracticeWords;
  /** Whether all of this draft may be sent as `text`; false where something in it is neither masked nor let stand. */
  readonly mayLeave?: (draft: Draft, text: string) => boolean;
}

/**
 * Turns a draft into an entry in one strict transaction: on disk before anybody reads "saved". Sent twice, it is one
 * entry. Fails with nothing changed where the text is not what the preview showed, is incomplete or too long.
 */
export function enqueue(
  db: OutboxDatabase,
  order: SendOrder,
  ports: SendPorts,
): Promise<Result<Entry, OutboxProblem>> {
  return onDisk(() =>
    db.transaction(
      'rw',
      [db.drafts, db.entries, db.discarded, db.receipts, db.communities, db.paces],
      async () => {
        // Asked together and written together: somebody waits for "saved".
        const [draft, community] = await Promise.all([
          db.drafts.get(order.draftId),
          order.communityId === null ? null : db.communities.get(order.communityId),
        ]);
        if (draft === undefined) return alreadySent(await db.entries.get(order.draftId), order);
        const title = await titleLimitsFor(db, draft, community);
        const problem = problemOf(draft, order, { community, title }, ports);
        if (problem !== null) return fail(problem);
        if (await isOutstripped(db, draft)) return fail({ code: 'entry-on-its-way' });
        const entry = await inPlace(db, entryOf(draft, order, community ?? null, ports));
        await Promise.all([
          db.entries.add(entry),
          db.drafts.delete(draft.id),
          // A new post goes at once, also while an older one is being tried again.
          community ? liftPace(db, community.id, ports.clock()) : null,
        ]);
        return succeed(entry);
      },
    ),
  );
}

/** The first Send's answer was lost, or it was pressed twice: the same text is the same entry. */
function alreadySent(entry: Entry | undefined, { text }: SendOrder): Result<Entry, OutboxProblem> {
  return entry?.text === text ? succeed(entry) : fail({ code: 'draft-gone' });
}

/** Where a text goes, and how long its title may be there. */
interface Destination {
  readonly community: Community | null | undefined;
  readonly title: TitleLimits | undefined;
}

function problemOf(
  draft: Draft,
  order: SendOrder,
  { community, title }: Destination,
  { words, mayLeave }: SendPorts,
): OutboxProblem | null {
  const changed = draft.revision === order.revision ? 'preview-changed' : 'draft-changed-elsewhere';
  if (render(draft.practice, draft.reference, words, community?.format) !== order.text)
    return { code: changed };
  if (mayShowOther(draft, order) || !goesWhereShown(draft, order, community))
    return { code: 'preview-changed' };
  const max = community?.maxCharacters ?? Number.POSITIVE_INFINITY;
  const problems = problemsOf(draft.practice, {
    length: lengthOf(order.text, community?.countsIn),
    max,
    ...(community && { pictures: community.pictures ?? 0, title }),
  });
  if (problems.length === 0) return mayLeave?.(draft, order.text) === false ? { code: 'privacy-open' } : null;
  if (problems[0] === 'pictures-refused') return { code: 'pictures-refused' };
  if (problems[0] === 'title-long') return { code: 'too-long', detail: String(title?.most) };
  return problems[0] === 'too-long'
    ? { code: 'too-long', detail: String(max) }
    : { code: 'practice-incomplete' };
}

/** The text says nothing of pictures: only the revision tells whether another window put some in, or took some away. */
function mayShowOther({ practice, revision }: Draft, order: SendOrder): boolean {
  return practice.pictures !== undefined && revision !== order.revision;
}

/**
 * The community or its audiences may have changed since the composer was drawn; a correction goes to its own post, a
 * reply to that of another.
 */
function goesWhereShown(
  { corrects, answers, practice }: Draft,
  { communityId, placeId, audience }: SendOrder,
  community: Community | null | undefined,
): boolean {
  const post = corrects ?? answers;
  if (post !== null) {
    const { communityId: there, placeId: place, audience: readers } = post;
    return communityId === there && placeId === place && audience === readers;
  }
  if (community === undefined) return false;
  if (community === null) return true;
  const isSomewhere = community.needsPlace !== true || placeId !== null;
  return isSomewhere && reaches(community, placeId, audience) && takes(community, practice);
}

/**
 * In a closed place its members read along and nobody else, whomever the community can tell apart by itself. One that
 * is not listed any more may be such a place: the community says whether it is, and a post stands there or nowhere.
 */
function reaches({ audiences, places }: Community, placeId: string | null, audience: Audience): boolean {
  const isClosed = placeId !== null && (places?.find(({ id }) => id === placeId)?.closed ?? true);
  return audiences.includes(audience) || (isClosed && audience === 'followers');
}

/** An earlier correction of the same post is still under way: it could arrive last and undo this one. */
async function isOutstripped(db: OutboxDatabase, { corrects }: Draft): Promise<boolean> {
  return corrects !== null && (await outstandingCorrection(db, corrects.entryId)) !== undefined;
}

/** A reply to a post of one's own that has not arrived stands behind it, without a community of its own. */
async function inPlace(db: OutboxDatabase, entry: Entry): Promise<Entry> {
  if (!isBehind(entry)) return entry;
  const behind: Entry = { ...entry, communityId: null, accountId: null, state: 'waiting', reason: null };
  return followed(db, behind, entry.createdAt);
}

function entryOf(
  { id, reference, practice, corrects, answers, ...draft }: Draft,
  { communityId, placeId, audience, text, restsUntil, about }: SendOrder,
  community: Community | null,
  { clock, bytes }: SendPorts,
): Entry {
  const now = clock();
  return {
    id,
    key: newId(bytes),
    reference,
    communityId,
    accountId: community?.accountId ?? null,
    placeId,
    audience,
    corrects,
    answers,
    practice,
    ...carriedOn(draft),
    ...(about === undefined ? {} : { about }),
    text,
    ...(community?.format === undefined || community.format === 'plain' ? {} : { format: community.format }),
    ...startOf(community),
    detail: null,
    attempts: 0,
    createdAt: now,
    dueAt: Math.max(now, restsUntil ?? now),
    restsUntil,
    firstTriedAt: null,
    lastTriedAt: null,
    leasedUntil: 0,
  };
}

function startOf(community: Community | null): Pick<Entry, 'state' | 'reason'> {
  if (community === null) return { state: 'parked', reason: 'not-connected' };
  return community.signedOut ? { state: 'parked', reason: 'signed-out' } : { state: 'waiting', reason: null };
}
