import type { TableDeclaration } from '@/utils/kernel/tables';

/** Recipes that a person brought; those of the package and of policy are read where they are. */
export const ACTIVITY_TABLES = {
  recipes: 'id',
} as const satisfies TableDeclaration;
