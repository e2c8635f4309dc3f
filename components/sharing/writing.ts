import { fail, type Result } from '@/utils/kernel/result';
import type { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { CommunityView, DraftView, EntryView, Preview } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { type Destination, defaultCommunity, fitPage, samePractice } from './destination';
import { type SaveOutcome, Saving, type SavingState } from './saving';

export interface WritingPorts {
  readonly ask: typeof ask;
  now(): number;
  /** Runs `action` after `ms`; returns how to call that off. */
  after(ms: number, action: () => void): () => void;
}

/** Everything that the composer shows. */
export interface WritingState {
  readonly practice: Practice;
  readonly community: CommunityView | null;
  readonly communities: readonly CommunityView[];
  readonly places: DraftView['places'];
  readonly preview: Preview;
  readonly saving: SavingState;
  readonly problem: Problem | null;
  /** The text that another window saved in the meantime; ours stands in `practice`. */
  readonly conflict: Practice | null;
}

/** After these a save can only fail again until something else happens. */
const LASTING: readonly Problem['code'][] = ['draft-gone', 'not-allowed', 'ticket-spent', 'bad-request'];

/** One draft on a screen: what was typed, what of it is on disk, and what stands in the way. */
export class Writing {
  private state: WritingState;
  private revision: number;
  private underway = 0;
  private sending = false;
  /** The last text whose save got no answer: on disk it is ours, not somebody else's. */
  private unanswered: Practice | null = null;
  private readonly saving: Saving;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly view: DraftView,
    private readonly ports: WritingPorts,
  ) {
    const { draft, communities, places, preview } = view;
    const { practice } = draft;
    const community = defaultCommunity(communities);
    this.revision = draft.revision;
    this.state = {
      practice,
      community,
      communities,
      places,
      preview,
      saving: 'saved',
      problem: null,
      conflict: null,
    };
    this.saving = new Saving({
      save: () => this.save(),
      now: () => ports.now(),
      after: (ms, action) => ports.after(ms, action),
      onState: (saving) => this.update({ saving }),
    });
    const isNew = draft.createdAt === draft.updatedAt;
    if (isNew) this.change(fitPage(practice, view.page, community));
  }

  read = (): WritingState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The person typed. */
  change(change: Partial<Practice>): void {
    const practice = { ...this.state.practice, ...change };
    if (samePractice(practice, this.state.practice)) return;
    this.update({ practice });
    this.saving.changed();
  }

  /** Another community: other limits, and across organisations without the page's title and link. */
  choose(community: CommunityView | null): void {
    const practice = fitPage(this.state.practice, this.view.page, community);
    this.update({ community, practice });
    this.saving.changed();
  }

  flush = (): Promise<boolean> => this.saving.flush();

  leave = (): void => this.saving.leave();

  /** Ends a conflict: goes on with this window's text, or with the other's. */
  resolve(choice: 'mine' | 'theirs'): void {
    const { conflict, practice } = this.state;
    if (conflict === null) return;
    this.update({ conflict: null, problem: null, practice: choice === 'mine' ? practice : conflict });
    this.saving.resume();
  }

  /** Something changed in the background: communities perhaps, or the draft in another window. */
  async refresh(): Promise<void> {
    if (this.isAtWork()) return;
    const opened = await this.ports.ask('draft:open', { draftId: this.view.draft.id });
    if (this.isAtWork()) return;
    if (!opened.ok) return this.update({ problem: opened.error });
    const { draft, communities, places, preview } = opened.value;
    const community = communities.find(({ id }) => id === this.state.community?.id);
    this.update({ communities, places, community: community ?? defaultCommunity(communities) });
    if (draft.revision <= this.revision) return;
    this.revision = draft.revision;
    this.update({ practice: draft.practice, preview });
  }

  /** Saves the last key, then sends what the preview shows. */
  async send({ placeId, audience }: Destination): Promise<Result<EntryView, Problem>> {
    this.sending = true;
    try {
      if (!(await this.saving.flush())) return fail(this.state.problem ?? { code: 'disk-refused' });
      const { preview, community } = this.state;
      const { corrects, answers } = this.view.draft;
      const post = corrects ?? answers;
      const communityId = post === null ? (community?.id ?? null) : post.communityId;
      return await this.ports.ask('draft:send', {
        draftId: this.view.draft.id,
        revision: this.revision,
        communityId,
        placeId,
        audience,
        text: preview.text,
      });
    } finally {
      this.sending = false;
    }
  }

  private isAtWork(): boolean {
    return this.sending || this.state.conflict !== null || !this.saving.isSettled();
  }

  private async save(): Promise<SaveOutcome> {
    const { practice, community } = this.state;
    // A save that goes while another is under way builds on the revision that the other will make.
    const revision = this.revision + this.underway;
    this.underway += 1;
    const draftId = this.view.draft.id;
    const communityId = community?.id ?? null;
    const reply = await this.ports.ask('draft:save', { draftId, revision, practice, communityId });
    this.underway -= 1;
    if (reply.ok) {
      this.revision = Math.max(this.revision, reply.value.revision);
      this.unanswered = null;
      this.update({ preview: reply.value.preview, problem: null });
      return 'saved';
    }
    if (reply.error.code === 'draft-changed-elsewhere') return this.meetOther();
    if (reply.error.code === 'extension-reloaded') this.unanswered = practice;
    this.update({ problem: reply.error });
    return LASTING.includes(reply.error.code) ? 'stopped' : 'refused';
  }

  /** Another window saved, or an earlier save of ours arrived and its answer was lost: looks which. */
  private async meetOther(): Promise<SaveOutcome> {
    const opened = await this.ports.ask('draft:open', { draftId: this.view.draft.id });
    if (!opened.ok) {
      this.update({ problem: opened.error });
      return 'stopped';
    }
    const { draft } = opened.value;
    this.revision = draft.revision;
    if (this.unanswered !== null && samePractice(draft.practice, this.unanswered)) {
      this.unanswered = null;
      return this.save();
    }
    this.update({ conflict: draft.practice, problem: null });
    return 'stopped';
  }

  private update(change: Partial<WritingState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
