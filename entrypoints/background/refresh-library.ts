import { LANGUAGES } from '@/utils/language/languages';
import type { ShelfChange } from '@/utils/library/store';
import { syncCommunity, takeTurns } from '@/utils/library/sync';
import { type PracticeWords, practiceWords } from '@/utils/practice/words';
import type { Services } from './services';

/** Reads on in what the connected communities share, where their turn has come. */
export async function refreshLibrary(services: Services): Promise<void> {
  if (navigator.onLine === false) return; // the turn would be spent on nothing
  const { db, clock, perform, library } = services;
  const communities = await takeTurns(db, clock);
  if (communities.length === 0) return;
  const wordings = await allWordings(services);
  let hasNews = false;
  const changed = (change: ShelfChange): void => {
    hasNews = true;
    library.changed(change);
  };
  for (const community of communities) {
    const pace = await db.paces.get(community.id);
    if (pace !== undefined && pace.until > clock()) continue; // it asked for rest, or does not answer
    await syncCommunity({ db, clock, perform, wordings, changed }, community);
  }
  if (hasNews) services.announce();
}

/** The labels that a practice can have, by language: others write in other languages. */
export async function allWordings({
  textIn,
}: Pick<Services, 'textIn'>): Promise<Readonly<Record<string, PracticeWords>>> {
  const all = LANGUAGES.map(async (language) => [language, practiceWords(await textIn(language))] as const);
  return Object.fromEntries(await Promise.all(all));
}
