import type { Place } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { Text } from '@/utils/language';
import type { CommunityView, DraftView } from '@/utils/messaging/views';
import type { Picture, Practice } from '@/utils/practice/practice';

/** Where a post goes and who will be able to read it. */
export interface Destination {
  readonly community: CommunityView | null;
  readonly placeId: string | null;
  readonly audience: Audience;
}

/** The one that was suggested; else one's own organisation comes first. Null where nothing is connected yet. */
export function defaultCommunity(
  communities: readonly CommunityView[],
  suggested: DraftView['suggested'],
): CommunityView | null {
  return (
    communities.find(({ id }) => id === suggested?.communityId) ??
    communities.find(({ scope }) => scope === 'own') ??
    communities[0] ??
    null
  );
}

const NARROW_FIRST: readonly Audience[] = ['followers', 'members', 'public'];

/** Across organisations the narrowest audience, so that a wider one is a choice; inside one's own, all members. */
export function defaultAudience(community: CommunityView | null): Audience {
  if (community === null) return 'members';
  const wanted: readonly Audience[] =
    community.scope === 'own' ? ['members', 'followers', 'public'] : NARROW_FIRST;
  return wanted.find((audience) => community.audiences.includes(audience)) ?? 'members';
}

/** Who will read it, in words: followers are a place's members where it goes to a place. */
export function audienceLabel(t: Text, audience: Audience, place: Place | null): string {
  return t(
    place !== null && audience === 'followers' ? 'sidebar.audience-place' : `sidebar.audience-${audience}`,
  );
}

/** What Send does, whole: community, place and audience. */
export function sendLabel(
  t: Text,
  { community, placeId, audience }: Destination,
  places: readonly Place[],
  isCorrection: boolean,
): string {
  if (community === null) return t('sidebar.send-later');
  const place = places.find(({ id }) => id === placeId) ?? null;
  const names = { community: community.name, audience: audienceLabel(t, audience, place) };
  if (isCorrection) return t('sidebar.send-correction', names);
  return place === null ? t('sidebar.send', names) : t('sidebar.send-place', { ...names, place: place.name });
}

/** Where it will stand and who reads it there, for the preview; null where nobody knows yet. */
export function readersOf(
  t: Text,
  { community, placeId, audience }: Destination,
  places: readonly Place[],
): string | null {
  if (community === null) return null;
  const place = places.find(({ id }) => id === placeId) ?? null;
  return t('sidebar.preview-readers', {
    where: place?.name ?? community.name,
    audience: audienceLabel(t, audience, place),
  });
}

/** A community in which every post stands in a place, and none was chosen. A correction or a reply has its own. */
export function lacksPlace(
  { community, placeId }: Destination,
  { corrects, answers }: Pick<DraftView['draft'], 'corrects' | 'answers'>,
): boolean {
  return corrects === null && answers === null && community?.needsPlace === true && placeId === null;
}

/** Public outside one's own organisation is said once more before it happens. */
export function mustConfirm({ community, audience }: Destination): boolean {
  return community !== null && community.scope === 'across' && audience === 'public';
}

/**
 * The practice as it begins for a community: the page's title and link stand in it inside one's own organisation, and
 * do not where others read along or nobody knows yet who will. What the person wrote is never touched.
 */
export function fitPage(
  practice: Practice,
  page: DraftView['page'],
  community: CommunityView | null,
): Practice {
  if (page === null) return practice;
  if (community?.scope === 'own') {
    return { ...practice, title: practice.title || page.title, link: practice.link ?? page.link };
  }
  return {
    ...practice,
    title: practice.title === page.title ? '' : practice.title,
    link: practice.link === page.link ? null : practice.link,
  };
}

/** Whether two texts are the same to the letter. */
export function samePractice(one: Practice, other: Practice): boolean {
  return (
    one.title === other.title &&
    one.did === other.did &&
    one.why === other.why &&
    one.tip === other.tip &&
    one.link === other.link &&
    one.language === other.language &&
    one.kind === other.kind &&
    samePictures(one.pictures ?? [], other.pictures ?? []) &&
    one.topics.length === other.topics.length &&
    one.topics.every((topic, index) => topic === other.topics[index])
  );
}

function samePictures(some: readonly Picture[], others: readonly Picture[]): boolean {
  const isOther = ({ id, description }: Picture, index: number): boolean =>
    id !== others[index]?.id || description !== others[index]?.description;
  return some.length === others.length && !some.some(isOther);
}

/** Whether nothing of it was written yet. */
export function isUnwritten({ title, did, why, tip, topics, link, pictures = [] }: Practice): boolean {
  const hasWords = [title, did, why, tip].some((text) => text.trim() !== '');
  return !hasWords && topics.length === 0 && pictures.length === 0 && link === null;
}
