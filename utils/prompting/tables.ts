import type { TableDeclaration } from '@/utils/kernel/tables';

export const PROMPTING_TABLES = {
  prompts: 'id, state, createdAt, [tabId+state]',
} as const satisfies TableDeclaration;
