import type { Activity } from '@/utils/activity/activity';
import type { Text } from '@/utils/language';

const LONGEST_TITLE = 60;
/** Characters that two lines of a folded chip hold in a wide font at the default text size; the style cuts the rest. */
const ROOM = 74;
/** A title that is cut shorter says little. */
const LEAST_TITLE = 9;

type Named = Pick<Activity, 'verb' | 'title' | 'count'>;

/** What was done, in a few words: “Aktenplan” bewerkt; 12 documents when it was many. */
export function activitySentence(t: Text, { verb, title, count }: Named, longest = LONGEST_TITLE): string {
  if (count > 1) return t(`verbs.${verb}-many`, { count });
  return t(`verbs.${verb}`, { title: shorten(title, longest) || t('chip.untitled') });
}

/** Several activities in one question of two lines: with what was done to each, where that leaves room for titles. */
export function batchSentence(t: Text, activities: readonly Named[]): string {
  const count = activities.length;
  const ask = (name: typeof activitySentence, longest: number): string =>
    t('chip.batch', { count, did: activities.map((one) => name(t, one, longest)).join(', ') });
  for (const name of [activitySentence, titleOrNumber]) {
    for (let longest = LONGEST_TITLE; longest >= LEAST_TITLE; longest -= 1) {
      const sentence = ask(name, longest);
      if ([...sentence].length <= ROOM) return sentence;
    }
  }
  return ask(titleOrNumber, LEAST_TITLE);
}

function titleOrNumber(t: Text, { verb, title, count }: Named, longest = LONGEST_TITLE): string {
  if (count > 1) return t(`verbs.${verb}-many`, { count });
  return t('chip.quoted', { title: shorten(title, longest) || t('chip.untitled') });
}

function shorten(title: string, longest: number): string {
  const characters = [...title];
  return characters.length <= longest ? title : `${characters.slice(0, longest - 1).join('')}…`;
}
