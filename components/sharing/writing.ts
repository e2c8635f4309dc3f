import { newId } from '@/utils/kernel/ids';
import { fail, type Result } from '@/utils/kernel/result';
import type { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { CommunityView, DraftView, EntryView, Preview, SavedView } from '@/utils/messaging/views';
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
  /** The draft in which the text stands. */
  readonly draftId: string;
  /** Another window went on with the draft `from`: what is typed here stands in one of its own since. */
  readonly apart: Apart | null;
}

export interface Apart {
  readonly from: string;
  /** What the other window wrote; null where it sent or deleted the draft. */
  readonly text: Practice | null;
}

/** After these a save can only fail again until something else happens. */
const LASTING: readonly Problem['code'][] = ['not-allowed', 'ticket-spent', 'bad-request'];

/** So many texts without an answer are told of with a save; the contract takes more. */
const MOST_UNANSWERED = 20;

/** One draft on a screen: what was typed, what of it is on disk, and what stands in the way. */
export class Writing {
  private state: WritingState;
  private revision: number;
  private sending = false;
  /** Texts whose saves got no answer, oldest first: on disk they are ours, not somebody else's. */
  private unanswered: readonly Practice[] = [];
  /** What our text is called once it must stand apart: one id for all tries, so that they make one draft. */
  private spareId = newId();
  private readonly saving: Saving;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly view: DraftView,
    private readonly ports: WritingPorts,
  ) {
    const { draft, communities, places, preview, suggested } = view;
    const { practice } = draft;
    const community = defaultCommunity(communities, suggested);
    this.revision = draft.revision;
    this.state = {
      practice,
      community,
      communities,
      places,
      preview,
      saving: 'saved',
      problem: null,
      draftId: draft.id,
      apart: null,
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

  /** The same text once more: what is told of it has changed. */
  again = (): void => this.saving.changed();
  flush = (): Promise<boolean> => this.saving.flush();
  leave = (): void => this.saving.leave();

  /** The person has seen that both texts were kept. */
  settleApart(): void {
    this.update({ apart: null });
  }

  /** The person deleted the draft: nothing of it is saved any more. */
  end = (): void => this.saving.end();

  /** Something changed in the background: communities perhaps, or the draft in another window. */
  async refresh(): Promise<void> {
    if (this.isAtWork()) return;
    const opened = await this.ports.ask('draft:open', { draftId: this.state.draftId });
    if (this.isAtWork()) return;
    if (!opened.ok) return this.update({ problem: opened.error });
    const { draft, communities, places, preview, suggested } = opened.value;
    const first = defaultCommunity(communities, suggested);
    const community = communities.find(({ id }) => id === this.state.community?.id) ?? first;
    this.update({ communities, places, community });
    if (draft.revision <= this.revision) return;
    this.revision = draft.revision;
    this.update({ practice: draft.practice, preview });
    if (community !== first) this.again(); // the preview is that of another
  }

  /** Saves the last key, then sends what the preview shows. */
  async send({ placeId, audience }: Destination): Promise<Result<EntryView, Problem>> {
    this.sending = true;
    try {
      if (!(await this.saving.flush())) return fail(this.state.problem ?? { code: 'disk-refused' });
      const post = this.view.draft.corrects ?? this.view.draft.answers;
      const communityId = post === null ? (this.state.community?.id ?? null) : post.communityId;
      const sent = await this.ports.ask('draft:send', {
        draftId: this.state.draftId,
        revision: this.revision,
        communityId,
        placeId,
        audience,
        text: this.state.preview.text,
      });
      if (!sent.ok && sent.error.code === 'preview-changed') this.saving.changed();
      return sent;
    } finally {
      this.sending = false;
    }
  }

  private isAtWork(): boolean {
    return this.sending || !this.saving.isSettled();
  }

  private async save(): Promise<SaveOutcome> {
    const { practice, community, draftId } = this.state;
    const { revision, unanswered, spareId } = this;
    const communityId = community?.id ?? null;
    this.unanswered = [...unanswered, practice].slice(-MOST_UNANSWERED);
    const order = { draftId, revision, practice, communityId, unanswered: [...unanswered], spareId };
    const reply = await this.ports.ask('draft:save', order);
    if (reply.ok) {
      this.noteSaved(draftId, practice, reply.value);
      return 'saved';
    }
    const mayBeThere = reply.error.code === 'extension-reloaded';
    if (!mayBeThere) this.unanswered = this.unanswered.filter((text) => text !== practice);
    this.update({ problem: reply.error });
    return LASTING.includes(reply.error.code) ? 'stopped' : 'refused';
  }

  private noteSaved(typedIn: string, practice: Practice, { draftId, ...saved }: SavedView): void {
    this.unanswered = this.unanswered.slice(this.unanswered.indexOf(practice) + 1);
    this.update({ problem: null });
    if (typedIn !== this.state.draftId && draftId !== this.state.draftId) return; // an older save than the one that moved us
    this.update({ preview: saved.preview });
    if (draftId === this.state.draftId) {
      this.revision = Math.max(this.revision, saved.revision);
      return;
    }
    this.revision = saved.revision;
    this.spareId = newId();
    this.update({ draftId, apart: { from: typedIn, text: saved.otherText } });
  }

  private update(change: Partial<WritingState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
