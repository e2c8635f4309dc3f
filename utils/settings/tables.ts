import type { TableDeclaration } from '@/utils/kernel/tables';

export const SETTINGS_TABLES = {
  settings: 'version',
  sites: 'origin',
} as const satisfies TableDeclaration;
