import { LANGUAGES } from '@/utils/language/languages';
import type { SettingsView } from '@/utils/messaging/views';

/** Settings of somebody who changed nothing; say only what the test is about. */
export function settingsView(part: Partial<SettingsView> = {}): SettingsView {
  return {
    language: 'nl',
    chosenLanguage: null,
    languages: LANGUAGES,
    pausedUntil: null,
    never: [],
    sites: [],
    systems: [],
    recipes: [],
    communities: [],
    policyCommunity: null,
    policyProblem: null,
    retentionDays: null,
    version: '1.2.3',
    ...part,
  };
}
