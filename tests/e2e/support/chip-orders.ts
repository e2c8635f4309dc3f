import type { Language } from '@/utils/language/languages';
import type { PromptOrder } from '@/utils/messaging/prompt-views';
import { words } from './words';

const SITE = 'intranet.oevermeer.example';

/** An order to appear at once, in the catalogue's own words; `sentence` where another is to be asked. */
export function aChipOrder(language: Language = 'nl', sentence?: string): PromptOrder {
  const t = words(language);
  const did = t('verbs.edit', { title: 'Selectielijst 2026' });
  return {
    promptId: 'a-prompt',
    language,
    quietMs: 0,
    patienceMs: 60_000,
    resumes: false,
    words: {
      region: t('product.name'),
      sentence: sentence ?? t('chip.ask', { did }),
      share: t('chip.share'),
      notNow: t('chip.not-now'),
      more: t('chip.more'),
      keep: t('chip.keep'),
      neverVerb: t('chip.never-verb'),
      neverSite: t('chip.never-site', { site: SITE }),
      why: t('chip.why'),
      whyText: t('chip.why-text', { did, site: SITE }),
      fold: t('chip.fold'),
      unfold: t('chip.unfold'),
      closeSidebar: t('chip.close-sidebar'),
      failed: t('chip.failed'),
    },
  };
}

/** Three activities in one sentence, as long as one can become. */
export const LONG_SENTENCE =
  '3 dingen vandaag: “Selectielijst van het provinciearchief 2026” bewerkt, 12 documenten opgeladen en ' +
  '“Vernietigingslijst dienst Informatiebeheer, tweede lezing” goedgekeurd. Hoe pakte je dat aan?';
