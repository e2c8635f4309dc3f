import type { Activity } from '@/utils/activity/activity';
import type { Community } from '@/utils/community/community';
import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem } from '@/utils/messaging/contract';
import type { DraftView, PageView, PracticeProblem, Preview } from '@/utils/messaging/views';
import { createDraft } from '@/utils/outbox/drafts';
import type { Draft, DraftPage } from '@/utils/outbox/entry';
import type { Post } from '@/utils/outbox/post';
import { takes, titleLimitsFor } from '@/utils/outbox/takes';
import { lengthOf } from '@/utils/practice/length';
import type { Practice } from '@/utils/practice/practice';
import { problemsOf } from '@/utils/practice/problems';
import { LONGEST_QUOTATION, startOf } from '@/utils/practice/quotation';
import { render } from '@/utils/practice/render';
import { blocksOf } from '@/utils/practice/spans';
import TEMPLATES from '@/utils/practice/starters/templates.json';
import TOPICS from '@/utils/practice/starters/topics.json';
import { suggestTopics } from '@/utils/practice/suggest-topics';
import { templatesFor } from '@/utils/practice/template';
import { proposedTitle } from '@/utils/practice/title';
import { practiceWords } from '@/utils/practice/words';
import { type Call, topicOf } from '@/utils/prompting/call';
import type { Prompt } from '@/utils/prompting/prompt';
import { callNow, callView } from './calls';
import { directionOf } from './charter';
import { communityTopics } from './community-topics';
import { communityViews } from './compose-overview';
import { createGuard } from './guard';
import type { Services } from './services';
import { promptOf, suggestionFor } from './suggestion';

/** The draft that belongs to an activity, made where there is none yet; null begins one without an activity. */
export async function startDraft(
  services: Services,
  activity: Activity | null,
  kind?: Practice['kind'],
): Promise<Result<Draft, Problem>> {
  const { db, clock } = services;
  const begun = activity === null ? undefined : await db.drafts.where({ activityId: activity.id }).first();
  if (begun !== undefined) return succeed(begun);
  const practice = await newPractice(services, activity?.link ?? null);
  const ofKind = kind === undefined ? practice : { ...practice, kind };
  return createDraft(db, { practice: ofKind, activityId: activity?.id ?? null }, { clock });
}

/** What a person points at when they begin by themselves. */
export interface Pointed {
  /** Null where it is no page of the web. */
  readonly page: DraftPage | null;
  /** What they had selected, however long; may be empty. */
  readonly selected: string;
}

/** A draft about what the person pointed at; what they had selected begins the telling, as a quotation. */
export async function startDraftAbout(
  services: Services,
  { page, selected }: Pointed,
): Promise<Result<Draft, Problem>> {
  const { db, clock } = services;
  const practice = await newPractice(services, page?.link ?? null);
  const { t } = await services.words();
  const text = startOf(selected, LONGEST_QUOTATION);
  const did = text === '' ? '' : `${t('sidebar.quoted', { text })}\n\n`;
  const about = page === null ? {} : { page };
  return createDraft(db, { practice: { ...practice, did }, activityId: null, ...about }, { clock });
}

/** A draft on the theme of a call. */
export async function startDraftOn(services: Services, call: Call | null): Promise<Result<Draft, Problem>> {
  const { db, clock } = services;
  const practice = await newPractice(services, null);
  const topic = call === null ? null : topicOf(call);
  const topics = topic === null ? [] : [topic];
  return createDraft(db, { practice: { ...practice, topics }, activityId: null }, { clock });
}

/** A short draft that takes the link of a post to another community; the post itself stays where it is. */
export async function startDraftElsewhere(
  services: Services,
  { first, newest }: Post,
): Promise<Result<Draft, Problem>> {
  const { db, clock } = services;
  const practice = await newPractice(services, null);
  const text = { title: newest.title, link: newest.url };
  return createDraft(
    db,
    { practice: { ...practice, ...text }, activityId: null, sharesFrom: first.communityId },
    { clock },
  );
}

async function newPractice(services: Services, link: string | null): Promise<Practice> {
  const { language } = await services.words();
  const prefilled = await prefilledLink(services, link);
  return { title: '', did: '', why: '', tip: '', topics: [], link: prefilled, language };
}

/** Inside one's own organisation the page is prefilled; across organisations its address may hold names. */
async function prefilledLink({ db }: Services, link: string | null): Promise<string | null> {
  const communities = await db.communities.toArray();
  return communities.every(({ scope }) => scope === 'own') ? link : null;
}

/** Exactly what would be sent, and what keeps it from being sent to this community. */
export async function previewOf(
  services: Services,
  draft: Draft,
  community: Community | undefined,
): Promise<Preview> {
  // Asked together: somebody waits to type, or for "saved".
  const [t, guard, topics, compass, title] = await Promise.all([
    services.textIn(draft.practice.language),
    createGuard(services),
    communityTopics(services),
    directionOf(services, draft),
    titleLimitsFor(services.db, draft, community),
  ]);
  const words = practiceWords(t);
  const text = render(draft.practice, draft.reference, words, community?.format);
  const length = lengthOf(text, community?.countsIn);
  const max = community?.maxCharacters ?? Number.POSITIVE_INFINITY;
  // Readers see what was typed, whatever a format makes of it.
  const plain = render(draft.practice, draft.reference, words);
  const findings = guard.findingsIn(draft, text, t);
  const problems: PracticeProblem[] = [
    ...problemsOf(draft.practice, {
      length,
      max,
      ...(community && { pictures: community.pictures ?? 0, title }),
    }),
  ];
  if (findings.some(({ reason }) => reason === null)) problems.push('privacy-open');
  return {
    text,
    length,
    problems,
    findings,
    proposedTitle: proposedTitle(draft.practice.did),
    blocks: blocksOf(plain),
    suggestedTopics: suggestTopics(draft.practice, TOPICS, topics),
    compass,
  };
}

export async function draftView(services: Services, draft: Draft, framed: boolean): Promise<DraftView> {
  const [connected, prompt] = await Promise.all([
    services.db.communities.orderBy('origin').toArray(),
    promptOf(services, draft),
  ]);
  // A correction goes where its post is, a reply where that of another is, and nowhere else.
  const post = draft.corrects ?? draft.answers;
  const isNew = post === null && draft.concludes === undefined;
  const communities = connected.filter((one) =>
    post === null ? takes(one, draft.practice) : one.id === post.communityId,
  );
  const suggested = await suggestionFor(services, draft, communities, prompt);
  const goesTo = communities.find(({ id }) => id === suggested?.communityId) ?? communities[0];
  const [preview, pages, call, templates] = await Promise.all([
    previewOf(services, draft, goesTo),
    pagesOf(services, draft, prompt),
    isNew ? callNow(services) : null,
    isNew ? templatesOf(services, draft, prompt) : [],
  ]);
  return {
    draft,
    communities: communityViews(communities),
    places: Object.fromEntries(communities.map(({ id, places }) => [id, places ?? []])),
    preview,
    suggested,
    ...pages,
    call: callView(call),
    templates,
    framed,
  };
}

/** Beginnings that fit what was done, in the language that it is told in. */
async function templatesOf(
  { policy }: Services,
  { practice: { language } }: Draft,
  prompt: Prompt | undefined,
): Promise<DraftView['templates']> {
  const { verb = null, system = null } = prompt?.activity ?? {};
  return templatesFor({ verb, system, language }, TEMPLATES, (await policy()).policy.templates);
}

/** The page of its activity, and those of the others that the prompt named beside it. */
async function pagesOf(
  { db }: Services,
  { page: pointed }: Draft,
  prompt: Prompt | undefined,
): Promise<Pick<DraftView, 'page' | 'otherPages'>> {
  if (prompt === undefined) return { page: pointed ?? null, otherPages: [] };
  const others = (await db.prompts.bulkGet(prompt.batch)).filter((other) => other !== undefined);
  return { page: pageOf(prompt), otherPages: others.map(pageOf) };
}

function pageOf({ activity: { title, link } }: Prompt): PageView {
  return { title, link };
}
