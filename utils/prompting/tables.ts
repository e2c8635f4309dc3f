import type { TableDeclaration } from '@/utils/kernel/tables';

export const PROMPTING_TABLES = {
  prompts: 'id, state, createdAt, [tabId+state]',
} as const satisfies TableDeclaration;

/** Since version 5. A row that was never shown is in no index of `shownAt`: what was shown is few, whatever was seen. */
export const HISTORY_TABLES = {
  prompts: 'id, state, createdAt, [tabId+state], activity.id',
  history: 'id, at, shownAt, [site+at]',
} as const satisfies TableDeclaration;
