import type { Operation } from '@/utils/community/connector';
import { mediaIdsOf } from './attach';
import type { Entry } from './entry';

/** What a community is asked to do with an entry; an edit replaces the version `basedOn`, where there are versions. */
export function operationOf(entry: Entry, basedOn?: string): Extract<Operation, { verb: 'send' }> {
  return {
    verb: 'send',
    text: entry.text,
    ...(entry.format === undefined ? {} : { format: entry.format }),
    language: entry.practice.language,
    audience: entry.audience,
    placeId: entry.placeId,
    key: entry.key,
    ...mediaIdsOf(entry),
    ...(entry.corrects === null
      ? {}
      : { edits: entry.corrects.postId, ...(basedOn === undefined ? {} : { basedOn }) }),
    ...(typeof entry.answers?.postId === 'string' ? { replyTo: entry.answers.postId } : {}),
  };
}
