import { samePractice } from '@/components/sharing/destination';
import { guardWith } from '@/entrypoints/background/guard';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import type { ask } from '@/utils/messaging/ask';
import type { Problem, RequestOf } from '@/utils/messaging/contract';
import type { DraftRow, DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import type { Override } from '@/utils/privacy/override';
import { draftView, entryView, previewOf } from './composer-views';

export { communityView, draftView, entryView, postView } from './composer-views';

type SaveOrder = RequestOf<'draft:save'>;

/** Answers as the background does for one draft: revisions, conflicts, a preview of what is on its disk. */
export class FakeBackground {
  practice: Practice;
  revision: number;
  /** Sent or deleted in another window. */
  gone = false;
  /** Texts that stand in drafts of their own since another window changed this one. */
  readonly apart = new Map<string, Practice>();
  /** What the person let stand. */
  overrides: readonly Override[] = [];
  problem: Problem | null = null;
  /** Where what is written seems to belong. */
  compass: DraftView['preview']['compass'];
  losesNextAnswer = false;
  refusesPictures = false;
  private pictures = 0;
  takesMs = 1;
  entry = entryView();
  /** Those that the person is in; another look at the community may find others. */
  places: DraftView['places'];
  /** As lists show them, this one among them. */
  drafts: readonly DraftRow[] = [];
  readonly sent: string[] = [];
  readonly asked: { name: string; request: unknown }[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly first: DraftView = draftView()) {
    this.practice = first.draft.practice;
    this.revision = first.draft.revision;
    this.places = first.places;
    this.compass = first.preview.compass;
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
    if (name === 'drafts:list') return succeed(this.drafts);
    if (name === 'draft:new') return succeed({ draftId: this.first.draft.id });
    if (name === 'draft:save') return this.save(request as never);
    if (name === 'picture:add') {
      if (this.refusesPictures) return fail({ code: 'disk-refused' });
      this.pictures += 1;
      return succeed({ pictureId: `picture-${this.pictures}` });
    }
    if (name === 'draft:override') {
      const { draftId: _draftId, ...override } = request as RequestOf<'draft:override'>;
      this.overrides = [...this.overrides, override];
      return succeed(null);
    }
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
    const { suggestedTopics } = this.first.preview;
    const preview = previewOf(this.practice, this.first.communities[0]);
    const draft = { ...this.first.draft, practice: this.practice, overrides: [...this.overrides] };
    const findings = guardWith([]).findingsIn(draft, preview.text, createText('nl', nl));
    const isOpen = findings.some(({ reason }) => reason === null);
    const problems = isOpen ? [...preview.problems, 'privacy-open' as const] : preview.problems;
    return { ...preview, suggestedTopics, findings, problems, compass: this.compass };
  }
}
