import type { Text } from '@/utils/language';
import type { Problem, ProblemCode } from '@/utils/messaging/contract';
import type { DiskCode } from '@/utils/outbox/disk';

const LOCAL_CODES = [
  'permission-declined',
  'copy-refused',
  'file-unreadable',
  'address-missing',
  'token-missing',
  'client-id-empty',
  'tenant-empty',
  'name-empty',
  'key-missing',
  'words-unchecked',
  'recipe-wrong',
  'channel-unnamed',
] as const;
type LocalCode = (typeof LOCAL_CODES)[number];

/** What can go wrong at a press: what the background answers, or what was noticed on this page already. */
export type Trouble = Problem | { readonly code: LocalCode };

/** Done by a press. Null when it went well. Called in the click itself: the first thing may be a permission. */
export type Attempt = () => Promise<Trouble | null>;

/** The sentence that tells the person what happened and what to do next. */
export function describeTrouble(t: Text, trouble: Trouble): string {
  return isLocal(trouble)
    ? t(`ui.${trouble.code}`)
    : t(`errors.${trouble.code}`, { detail: trouble.detail ?? '' });
}

const OF_DISK: readonly ProblemCode[] = [
  'disk-refused',
  'storage-full',
  'storage-broken',
  'storage-newer',
] satisfies readonly DiskCode[];

/** Whether nothing can be read or kept now: what is written has no place to go. */
export function isOfDisk(problem: Problem | null): problem is Problem {
  return problem !== null && OF_DISK.includes(problem.code);
}

function isLocal(trouble: Trouble): trouble is { readonly code: LocalCode } {
  return LOCAL_CODES.some((code) => code === trouble.code);
}
