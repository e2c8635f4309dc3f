import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { LessonSteps } from '@/components/settings/lesson/LessonSteps';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { ask } from '@/utils/messaging/ask';
import type { LessonView } from '@/utils/messaging/lesson-views';
import { openPage } from '@/utils/platform/gesture';

/** A lesson that goes on, on top of everything; and the way to what came of it. */
export function Lesson({ lesson, now }: { lesson: LessonView | null; now: number }) {
  const { t } = useText();
  if (lesson === null) return null;
  if (lesson.phase === 'recording') {
    return (
      <LessonSteps
        lesson={lesson}
        now={now}
        inPopup
        onNext={() => settle(ask('lesson:next', { run: lesson.run }))}
        onStop={() => settle(ask('lesson:stop', {}))}
      />
    );
  }
  return (
    <Notice silent>
      <p>{t('lesson.ready', { system: lesson.system })}</p>
      <Button variant="primary" onPress={() => void openPage('/options.html#teach')}>
        {t('lesson.look')}
      </Button>
    </Notice>
  );
}
