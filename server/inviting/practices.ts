import type { Language } from '@/utils/language/languages';
import { type ReadPractice, read } from '@/utils/practice/read';
import { wordsOf } from '../content';
import { WORDINGS } from '../pages/words';
import { accountsByIds } from '../store/accounts';
import { favouritesOf } from '../store/favourites';
import { guestPosts } from '../store/guest-posts';
import type { Store } from '../store/store';

/** So many are read before anything is asked, and before members may invite. */
export const ENOUGH = 3;

/** A practice as somebody reads it who was invited and is no member yet. */
export interface GuestPractice {
  readonly id: string;
  readonly found: ReadPractice;
  readonly marked: boolean;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly thanks: number;
}

/** The newest practices that may be shown to whoever was invited; other posts are not among them. */
export async function guestPractices(store: Store): Promise<GuestPractice[]> {
  const rows = await guestPosts(store);
  const ids = rows.map(({ id }) => id);
  const thanks = await favouritesOf(store, ids, null);
  const authors = await accountsByIds(
    store,
    rows.map(({ account_id }) => account_id),
  );
  return rows.flatMap(({ id, text, content_type, account_id, created_at: createdAt }) => {
    const found = read(wordsOf({ text, content_type }), WORDINGS);
    const author = authors.get(account_id);
    if (found === null || author === undefined) return [];
    const { id: authorId, display_name: name } = author;
    return [
      {
        id,
        found,
        marked: content_type !== null,
        author: { id: authorId, name },
        createdAt,
        thanks: thanks.get(id)?.count ?? 0,
      },
    ];
  });
}

/** The few that welcome best: in the reader's language, by different authors, most thanked, newest. */
export function choosePractices(
  practices: readonly GuestPractice[],
  language: Language,
  count: number = ENOUGH,
): GuestPractice[] {
  const isForeign = ({ found }: GuestPractice): number => (found.practice.language === language ? 0 : 1);
  const byThanks = [...practices].sort((one, other) => other.thanks - one.thanks || newestFirst(one, other));
  const seen = new Map<string, number>();
  const ranked = byThanks.map((practice) => {
    const group = `${isForeign(practice)} ${practice.author.id}`;
    const turn = seen.get(group) ?? 0; // an author's second comes after everybody's first
    seen.set(group, turn + 1);
    return { practice, turn };
  });
  return ranked
    .sort((one, other) => isForeign(one.practice) - isForeign(other.practice) || one.turn - other.turn)
    .slice(0, count)
    .map(({ practice }) => practice);
}

function newestFirst(one: GuestPractice, other: GuestPractice): number {
  return one.id < other.id ? 1 : -1;
}
