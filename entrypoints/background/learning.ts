import type { Showing } from '@/utils/prompting/history';
import { type LearnedRule, learnedRules } from '@/utils/prompting/learned';
import type { Choices } from '@/utils/prompting/state';
import { readChoices } from './choices';
import { readShowings } from './remembered';
import type { Services } from './services';

/** Chips that still teach something, what was learned from them, and what the person chose. */
export interface Learning {
  readonly choices: Choices;
  readonly showings: readonly Showing[];
  readonly learned: readonly LearnedRule[];
}

/** What the decision at this moment would know of the person. Walks the index of what was shown only. */
export async function readLearning(services: Services): Promise<Learning> {
  const choices = await readChoices(services);
  const now = services.clock();
  const showings = await readShowings(services.db, now);
  return { choices, showings, learned: learnedRules(showings, choices.forgotten, choices.hours, now) };
}
