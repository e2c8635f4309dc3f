import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useNow } from '@/components/hooks/use-now';
import { LessonResult } from '@/components/settings/lesson/LessonResult';
import { LessonStart } from '@/components/settings/lesson/LessonStart';
import { LessonSteps } from '@/components/settings/lesson/LessonSteps';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Section } from '@/components/ui/Section';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { SiteRow } from '@/utils/messaging/site-views';
import { endRun, lessonActions, startLesson, stopLesson } from './lesson-actions';

interface TeachProps {
  /** The site whose button was pressed; null where none was. */
  site: SiteRow | null;
  onClose: () => void;
}

/** Teaching a system: from "this is what we will do" to a recipe. A lesson that goes on is always shown. */
export function Teach({ site, onClose }: TeachProps) {
  const { t } = useText();
  const { value: lesson, problem } = useAsk('lesson:read', {});
  const now = useNow(SECOND_MS);
  const phase = lesson?.phase ?? (site === null ? null : 'start');
  const before = useRef<typeof phase>(null);
  useEffect(() => {
    // What a press brought stands below what is on the screen; what it took away had the focus.
    if (phase !== before.current) focusOn(phase === null ? '#sites h2' : '#teach h3');
    before.current = phase;
  }, [phase]);
  const isBegun = lesson !== null && site !== null;
  useEffect(() => {
    if (!isBegun) return;
    focusOn('#teach h3');
    onClose(); // from here on the lesson speaks for itself
  }, [isBegun, onClose]);
  if (phase === null) return null;
  return (
    <Section title={t(lesson?.phase === 'proposed' ? 'lesson.result' : 'lesson.teach')} size="sub" id="teach">
      <ProblemNotice problem={problem} />
      {lesson === null && site !== null && (
        <LessonStart site={site} onStart={startLesson(site.origin)} onClose={onClose} />
      )}
      {lesson?.phase === 'recording' && (
        <LessonSteps lesson={lesson} now={now} onNext={endRun(lesson.run)} onStop={stopLesson} />
      )}
      {lesson?.phase === 'proposed' && <LessonResult lesson={lesson} actions={lessonActions} />}
    </Section>
  );
}

function focusOn(heading: string): void {
  document.querySelector<HTMLElement>(heading)?.focus();
}
