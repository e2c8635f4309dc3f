import { LANGUAGES } from '@/utils/language/languages';
import type { AskingView } from '@/utils/messaging/asking-views';
import type { SettingsView } from '@/utils/messaging/views';
import { DEFAULT_ASKING_HOURS } from '@/utils/settings/asking';

/** Settings of somebody who changed nothing; say only what the test is about. */
export function settingsView(part: Partial<SettingsView> = {}): SettingsView {
  return {
    language: 'nl',
    chosenLanguage: null,
    languages: LANGUAGES,
    pausedUntil: null,
    never: [],
    asking: askingView(),
    sites: [],
    systems: [],
    recipes: [],
    communities: [],
    policyCommunity: null,
    policyProblem: null,
    retentionDays: null,
    charter: { own: [], organisation: [] },
    version: '1.2.3',
    ...part,
  };
}

/** What somebody reads about being asked who changed nothing. */
export function askingView(part: Partial<AskingView> = {}): AskingView {
  return {
    hours: DEFAULT_ASKING_HOURS,
    perWeek: 2,
    allowed: {},
    inForce: DEFAULT_ASKING_HOURS,
    sensitive: [],
    organisationSensitive: [],
    learned: [],
    ...part,
  };
}
