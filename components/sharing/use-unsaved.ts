import { useEffect, useRef, useState } from 'preact/hooks';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { isUnwritten } from './destination';
import { SAVE_AGAIN_MS } from './saving';

type OnDisk = Result<DraftView, Problem>;

interface UnsavedOrders {
  /** The draft that could not be opened; null where a new one was wanted. */
  readonly draftId: string | null;
  readonly problem: Problem;
  readonly language: string;
  readonly onSaved: (view: DraftView) => void;
}

/** A text that no disk takes yet: kept here, and tried again until it is a draft like any other. */
export function useUnsaved({ draftId, problem: first, language, onSaved }: UnsavedOrders) {
  const [practice, setPractice] = useState<Practice>(() => unwritten(language));
  const [problem, setProblem] = useState(first);
  const latest = useRef(practice);
  const change = (part: Partial<Practice>): void => {
    latest.current = { ...latest.current, ...part };
    setPractice(latest.current);
  };

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rescue = new Rescue(draftId, () => latest.current);
    const tryAgain = async (): Promise<void> => {
      const view = await rescue.toDisk();
      if (view.ok) return onSaved(view.value);
      setProblem(view.error);
      timer = setTimeout(() => void tryAgain(), SAVE_AGAIN_MS);
    };
    timer = setTimeout(() => void tryAgain(), SAVE_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [draftId, onSaved]);

  useEffect(() => {
    const warn = (event: Event): void => {
      if (!isUnwritten(latest.current)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return { practice, problem, change };
}

function unwritten(language: string): Practice {
  return { title: '', did: '', why: '', tip: '', topics: [], link: null, language };
}

/** Brings what stands in the fields to disk. The draft that was wanted stays as it is where something was written here. */
class Rescue {
  private madeId: string | null = null;

  constructor(
    private readonly wantedId: string | null,
    private readonly written: () => Practice,
  ) {}

  async toDisk(): Promise<OnDisk> {
    if (this.wantedId !== null && isUnwritten(this.written()))
      return ask('draft:open', { draftId: this.wantedId });
    if (this.madeId === null) {
      const made = await ask('draft:new', {});
      if (!made.ok) return made;
      this.madeId = made.value.draftId;
    }
    return this.save(this.madeId);
  }

  private async save(draftId: string): Promise<OnDisk> {
    for (;;) {
      const opened = await ask('draft:open', { draftId });
      if (!opened.ok) return opened;
      const practice = this.written();
      const { draft } = opened.value;
      const saved = await ask('draft:save', {
        draftId,
        revision: draft.revision,
        practice,
        communityId: null,
      });
      if (!saved.ok) return fail(saved.error);
      const { revision, preview } = saved.value;
      // What was typed meanwhile has to come along.
      if (this.written() === practice)
        return succeed({ ...opened.value, draft: { ...draft, practice, revision }, preview });
    }
  }
}
