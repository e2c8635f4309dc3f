import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { FindingView } from '@/utils/messaging/guard-views';
import type { Practice } from '@/utils/practice/practice';
import type { Writing, WritingState } from '../writing';

/** What was found in the draft on this screen, and what can be done about it. */
export interface Guarding {
  readonly practice: Practice;
  readonly findings: readonly FindingView[];
  readonly change: (change: Partial<Practice>) => void;
  /** Keeps the reason beside the draft; what went wrong, or null. */
  readonly letStand: (finding: FindingView, reason: string) => Promise<Problem | null>;
}

const GuardContext = createContext<Guarding | null>(null);

interface GuardScopeProps {
  writing: Writing;
  state: WritingState;
  children: ComponentChildren;
}

/** Gives the fields below it what was found in them. Says aloud when something new is. */
export function GuardScope({ writing, state, children }: GuardScopeProps) {
  const { findings } = state.preview;
  useNews(findings);
  const letStand = async ({ kind, text }: FindingView, reason: string): Promise<Problem | null> => {
    if (!(await writing.flush())) return writing.read().problem;
    const { draftId } = writing.read();
    const kept = await ask('draft:override', { draftId, kind, text, reason });
    if (!kept.ok) return kept.error;
    writing.again();
    return null;
  };
  const change = (next: Partial<Practice>): void => writing.change(next);
  return (
    <GuardContext.Provider value={{ practice: state.practice, findings, change, letStand }}>
      {children}
    </GuardContext.Provider>
  );
}

/** Null outside a GuardScope: there nothing is looked at. */
export function useGuard(): Guarding | null {
  return useContext(GuardContext);
}

function useNews(findings: readonly FindingView[]): void {
  const { t } = useText();
  const announce = useAnnounce();
  const open = findings.filter(({ reason }) => reason === null);
  const known = useRef(new Set<string>());
  useEffect(() => {
    const fresh = open.find(({ kind, text }) => !known.current.has(`${kind} ${text}`));
    known.current = new Set(open.map(({ kind, text }) => `${kind} ${text}`));
    if (fresh === undefined) return;
    const what = t('guard.found', { kind: t(`guard.kind-${fresh.kind}`), text: fresh.text });
    announce(`${what}. ${t('guard.key')}`);
  }, [open.map(({ id }) => id).join()]);
}
