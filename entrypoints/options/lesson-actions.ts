import { settle } from '@/components/hooks/settle';
import type { LessonActions } from '@/components/settings/lesson/LessonResult';
import type { Attempt, Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import type { RequestOf } from '@/utils/messaging/contract';
import { downloadText } from '@/utils/platform/gesture';

export function startLesson(origin: string) {
  return (system: string, verb: RequestOf<'lesson:start'>['verb']): Promise<Trouble | null> =>
    settle(ask('lesson:start', { origin, system, verb }));
}

export function endRun(run: number): Attempt {
  return () => settle(ask('lesson:next', { run }));
}

export const stopLesson: Attempt = () => settle(ask('lesson:stop', {}));

export const lessonActions: LessonActions = {
  check: (text, candidate) => ask('lesson:check', { text, candidate }),
  keep: async (text) => {
    const answer = await ask('lesson:keep', { text });
    if (!answer.ok) return answer.error;
    return answer.value.ok ? null : { code: 'recipe-wrong' };
  },
  save: async (name, text) => {
    downloadText(name, text, 'application/json');
    return null;
  },
  stop: stopLesson,
};
