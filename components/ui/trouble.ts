import type { Text } from '@/utils/language';
import type { Problem } from '@/utils/messaging/contract';

/** What can go wrong at a press: what the background answers, or what this page's own browser refused. */
export type Trouble = Problem | { readonly code: LocalCode };

type LocalCode = 'permission-declined' | 'copy-refused' | 'file-unreadable';

/** Done by a press. Null when it went well. Called in the click itself: the first thing may be a permission. */
export type Attempt = () => Promise<Trouble | null>;

/** The sentence that tells the person what happened and what to do next. */
export function describeTrouble(t: Text, trouble: Trouble): string {
  return isLocal(trouble)
    ? t(`ui.${trouble.code}`)
    : t(`errors.${trouble.code}`, { detail: trouble.detail ?? '' });
}

function isLocal(trouble: Trouble): trouble is { readonly code: LocalCode } {
  return ['permission-declined', 'copy-refused', 'file-unreadable'].includes(trouble.code);
}
