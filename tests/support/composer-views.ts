import type { CommunityView, DraftView, EntryView, PostView } from '@/utils/messaging/views';
import type { Draft } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';

interface DraftWishes
  extends Partial<
    Pick<DraftView, 'page' | 'otherPages' | 'places' | 'call' | 'framed' | 'templates' | 'suggested'>
  > {
  readonly title?: string;
  readonly did?: string;
  readonly link?: string | null;
  readonly kind?: Practice['kind'];
  readonly suggestedTopics?: readonly string[];
  readonly communities?: readonly Partial<CommunityView>[];
  readonly corrects?: Draft['corrects'];
  readonly answers?: Draft['answers'];
}

/** A new draft as the composer gets it; say only what the test is about. */
export function draftView(wishes: DraftWishes = {}): DraftView {
  const { title = 'Titel', did = '', link = null, page = null, communities = [] } = wishes;
  const practice: Practice = { title, did, why: '', tip: '', topics: [], link, language: 'nl' };
  if (wishes.kind !== undefined) practice.kind = wishes.kind;
  const { suggestedTopics = [] } = wishes;
  return {
    draft: {
      id: 'draft',
      reference: 'DG-ABCD-EFGH',
      practice,
      activityId: null,
      corrects: wishes.corrects ?? null,
      answers: wishes.answers ?? null,
      revision: 0,
      createdAt: 0,
      updatedAt: 0,
    },
    communities: communities.map(communityView),
    suggested: wishes.suggested ?? null,
    places: wishes.places ?? {},
    preview: { ...previewOf(practice), problems: [], suggestedTopics },
    page,
    otherPages: wishes.otherPages ?? [],
    call: wishes.call ?? null,
    templates: wishes.templates ?? [],
    framed: wishes.framed ?? false,
  };
}

export function communityView(wishes: Partial<CommunityView> = {}): CommunityView {
  return {
    id: 'community',
    origin: 'https://community.example',
    address: 'https://community.example',
    name: 'Informatiebeheer',
    accountName: 'An',
    accountHandle: 'an',
    scope: 'own',
    maxCharacters: 5_000,
    titleLimits: null,
    formats: true,
    audiences: ['members'],
    needsPlace: false,
    canInvite: false,
    platform: 'Mastodon',
    evidence: { kind: 'contract', against: 'mastodon.openapi.json' },
    signedInBy: 'oauth',
    mayDo: [],
    pictures: 4,
    signedOut: false,
    ...wishes,
  };
}

export function entryView(wishes: Partial<EntryView> = {}): EntryView {
  return {
    id: 'draft',
    title: 'Titel',
    text: 'Titel',
    state: 'waiting',
    reason: null,
    detail: null,
    accounts: null,
    communityName: 'Informatiebeheer',
    reference: 'DG-ABCD-EFGH',
    createdAt: 0,
    dueAt: 0,
    askedUntil: null,
    restsUntil: null,
    paused: false,
    attempts: 0,
    corrects: false,
    answers: null,
    canAnswer: true,
    post: null,
    ...wishes,
  };
}

/** A practice that has arrived, and can be corrected and withdrawn; say only what the test is about. */
export function postView(wishes: Partial<PostView> = {}): PostView {
  return {
    entryId: 'draft',
    title: 'Titel',
    reference: 'DG-ABCD-EFGH',
    url: 'https://community.example/@an/1',
    communityName: 'Informatiebeheer',
    at: 1,
    correctedAt: null,
    withdrawnAt: null,
    text: 'Titel',
    canCorrect: true,
    canAnswer: true,
    canConclude: false,
    canTell: false,
    canWithdraw: true,
    canShareLink: false,
    ...wishes,
  };
}

/** What stands there, as the composer's fields have it. */
export function previewOf(
  { title, did, pictures = [] }: Practice,
  community?: Pick<CommunityView, 'titleLimits'>,
): DraftView['preview'] {
  const { least = 0, most = Number.POSITIVE_INFINITY } = community?.titleLimits ?? {};
  const parts = [title, did].filter((part) => part !== '');
  const text = parts.join('\n\n');
  return {
    text,
    length: text.length,
    problems: [
      ...(did.trim() === '' ? (['did-missing'] as const) : []),
      ...((title || did).length < least ? (['title-short'] as const) : []),
      ...((title || did).length > most ? (['title-long'] as const) : []),
      ...(pictures.some(({ description }) => description === '') ? (['description-missing'] as const) : []),
    ],
    proposedTitle: did,
    blocks: parts.map((part) => ({ kind: 'paragraph', spans: [{ text: part }] })),
    suggestedTopics: [],
    findings: [],
    compass: null,
  };
}
