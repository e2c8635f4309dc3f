import type { Operation } from '@/utils/community/connector';
import { mediaIdsOf } from './attach';
import type { Entry } from './entry';

/** What a community is asked to do with an entry. */
export function operationOf(entry: Entry): Extract<Operation, { verb: 'send' }> {
  return {
    verb: 'send',
    text: entry.text,
    ...(entry.format === undefined ? {} : { format: entry.format }),
    language: entry.practice.language,
    audience: entry.audience,
    placeId: entry.placeId,
    key: entry.key,
    ...mediaIdsOf(entry),
    ...(entry.corrects === null ? {} : { edits: entry.corrects.postId }),
    ...(typeof entry.answers?.postId === 'string' ? { replyTo: entry.answers.postId } : {}),
  };
}
