import { samePractice } from '@/components/sharing/destination';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { ask } from '@/utils/messaging/ask';
import type { Problem, RequestOf } from '@/utils/messaging/contract';
import type { CommunityView, DraftView, EntryView, PostView } from '@/utils/messaging/views';
import type { Draft } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import { previewOf } from './fake-preview';

interface DraftWishes extends Partial<Pick<DraftView, 'page' | 'otherPages' | 'places' | 'call' | 'framed'>> {
  readonly title?: string;
  readonly did?: string;
  readonly link?: string | null;
  readonly communities?: readonly Partial<CommunityView>[];
  readonly corrects?: Draft['corrects'];
  readonly answers?: Draft['answers'];
}

/** A new draft as the composer gets it; say only what the test is about. */
export function draftView(wishes: DraftWishes = {}): DraftView {
  const { title = 'Titel', did = '', link = null, page = null, communities = [] } = wishes;
  const practice: Practice = { title, did, why: '', tip: '', topics: [], link, language: 'nl' };
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
    places: wishes.places ?? {},
    preview: { ...previewOf(practice), problems: [] },
    page,
    otherPages: wishes.otherPages ?? [],
    call: wishes.call ?? null,
    templates: [],
    framed: wishes.framed ?? false,
  };
}

export function communityView(wishes: Partial<CommunityView> = {}): CommunityView {
  return {
    id: 'community',
    origin: 'https://community.example',
    name: 'Informatiebeheer',
    accountName: 'An',
    accountHandle: 'an',
    scope: 'own',
    maxCharacters: 5_000,
    audiences: ['members'],
    canInvite: false,
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
    canWithdraw: true,
    ...wishes,
  };
}

type SaveOrder = RequestOf<'draft:save'>;

/** Answers as the background does for one draft: revisions, conflicts, a preview of what is on its disk. */
export class FakeBackground {
  practice: Practice;
  revision: number;
  /** Sent or deleted in another window. */
  gone = false;
  /** Texts that stand in drafts of their own since another window changed this one. */
  readonly apart = new Map<string, Practice>();
  problem: Problem | null = null;
  losesNextAnswer = false;
  takesMs = 1;
  entry = entryView();
  /** Those that the person is in; another look at the community may find others. */
  places: DraftView['places'];
  readonly sent: string[] = [];
  readonly asked: { name: string; request: unknown }[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly first: DraftView = draftView()) {
    this.practice = first.draft.practice;
    this.revision = first.draft.revision;
    this.places = first.places;
  }

  view(): DraftView {
    const { practice, revision, places } = this;
    const draft = { ...this.first.draft, practice, revision };
    return { ...this.first, draft, places, preview: this.preview() };
  }

  typeElsewhere(change: Partial<Practice>): void {
    this.practice = { ...this.practice, ...change };
    this.revision += 1;
  }

  readonly ask = ((name: string, request: Record<string, unknown>) => {
    this.asked.push({ name, request });
    const answered = this.turn.then(() => this.answer(name, request)); // one after the other, like transactions
    this.turn = answered;
    return answered;
  }) as typeof ask;

  private async answer(name: string, request: Record<string, unknown>): Promise<Result<unknown, Problem>> {
    await new Promise((resume) => setTimeout(resume, this.takesMs));
    if (this.problem !== null) return fail(this.problem);
    if (name === 'draft:open') return succeed(this.view());
    if (name === 'draft:new') return succeed({ draftId: this.first.draft.id });
    if (name === 'draft:save') return this.save(request as never);
    if (name === 'draft:send') {
      this.sent.push(String(request.text));
      return succeed(this.entry);
    }
    return succeed(name.startsWith('entry:') ? this.entry : null);
  }

  private save({
    draftId,
    revision,
    practice,
    unanswered = [],
    spareId = 'spare',
  }: SaveOrder): Result<unknown, Problem> {
    if (this.gone || draftId !== this.first.draft.id) return this.saveApart(draftId, spareId, practice, null);
    const isOwn = unanswered.some((text) => samePractice(text, this.practice));
    if (revision !== this.revision && !isOwn && !samePractice(practice, this.practice)) {
      return this.saveApart(draftId, spareId, practice, this.practice);
    }
    this.practice = practice;
    this.revision += 1;
    if (this.losesNextAnswer) {
      this.losesNextAnswer = false;
      return fail({ code: 'extension-reloaded' });
    }
    return succeed({ draftId, revision: this.revision, preview: this.preview(), otherText: null });
  }

  private saveApart(typedIn: string, spareId: string, practice: Practice, otherText: Practice | null) {
    const draftId = this.apart.has(typedIn) ? typedIn : spareId;
    this.apart.set(draftId, practice);
    return succeed({ draftId, revision: 0, preview: this.preview(), otherText });
  }

  private preview(): DraftView['preview'] {
    return previewOf(this.practice);
  }
}
