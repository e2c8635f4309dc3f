import { chipWords } from '@/entrypoints/background/chip-words';
import { someChoices, WEDNESDAY } from '@/tests/support/prompting';
import type { Language } from '@/utils/language/languages';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import type { Prompt } from '@/utils/prompting/prompt';
import { words } from './words';

const PROMPT: Prompt = {
  id: 'a-prompt',
  activity: {
    id: 'an-activity',
    verb: 'edit',
    title: 'Selectielijst 2026',
    link: null,
    site: 'https://intranet.oevermeer.example',
    system: 'demo-intranet',
    count: 1,
    at: 0,
  },
  batch: [],
  state: 'due',
  reason: 'eligible',
  tabId: 1,
  createdAt: 0,
  answer: null,
};

/** An order to appear at once, in the background's own words; `sentence` where another is to be asked. */
export function aChipOrder(language: Language = 'nl', sentence?: string): PromptOrder {
  const said = chipWords({ language, t: words(language) }, PROMPT, {
    resumes: false,
    others: [],
    learning: { choices: someChoices(), showings: [], learned: [] },
    now: WEDNESDAY,
  });
  return {
    promptId: PROMPT.id,
    language,
    quietMs: 0,
    patienceMs: 60_000,
    resumes: false,
    words: { ...said, ...(sentence === undefined ? {} : { sentence }) },
  };
}

/** Three activities in one sentence, as long as one can become. */
export const LONG_SENTENCE =
  '3 dingen vandaag: “Selectielijst van het provinciearchief 2026” bewerkt, 12 documenten opgeladen en ' +
  '“Vernietigingslijst dienst Informatiebeheer, tweede lezing” goedgekeurd. Hoe pakte je dat aan?';
