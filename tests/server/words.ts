import type { NewStatus } from '@/server/store/post-status';

/** What somebody says, to everybody and without anything else. */
export function words(accountId: string, text: string, changes: Partial<NewStatus> = {}): NewStatus {
  return {
    accountId,
    text,
    language: 'nl',
    visibility: 'public',
    inReplyToId: null,
    sensitive: false,
    spoilerText: '',
    placeId: null,
    mentions: [],
    tags: [],
    ...changes,
  };
}
