import { describeMoment } from '@/components/hooks/times';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { EntryView, PostView } from '@/utils/messaging/views';
import { tellStory } from './entry-story';

/** A file that anybody can read: one text, how it stands, and its reference. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** An entry as a file, at this moment (epoch ms). */
export function entryFile(entry: EntryView, now: number, t: Text, language: Language): TextFile {
  const { label, sentence } = tellStory(entry, now, t, language);
  return fileOf(entry, entry.text, [
    t('popup.file-state', { label, sentence }),
    t('popup.file-reference', { reference: entry.reference }),
    t('popup.file-written', { when: describeMoment(entry.createdAt, language) }),
    t('popup.file-saved', { when: describeMoment(now, language) }),
  ]);
}

/** A post that has arrived as a file, with its link. `text` is the own copy. */
export function postFile(post: PostView, text: string, now: number, t: Text, language: Language): TextFile {
  const { communityName: community, withdrawnAt, at, url } = post;
  const arrived = t('popup.file-arrived', { community, when: describeMoment(at, language) });
  const state =
    withdrawnAt === null
      ? [arrived, url]
      : [arrived, t('popup.file-withdrawn', { community, when: describeMoment(withdrawnAt, language) })];
  return fileOf(post, text, [
    ...state,
    t('popup.file-reference', { reference: post.reference }),
    t('popup.file-saved', { when: describeMoment(now, language) }),
  ]);
}

function fileOf({ reference }: { readonly reference: string }, text: string, facts: string[]): TextFile {
  return { name: `deelgenoot-${reference}.txt`, text: [text, '', '---', ...facts, ''].join('\n') };
}
