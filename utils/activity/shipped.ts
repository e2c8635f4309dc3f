import type { Recipe } from './recipe';
import confluence from './recipes/confluence.json';
import demoIntranet from './recipes/demo-intranet.json';
import dokuwiki from './recipes/dokuwiki.json';

/** The recipes of the package. A test validates them, so that no schema has to be run over them at start-up. */
export const SHIPPED_RECIPES: readonly Recipe[] = [
  confluence,
  demoIntranet,
  dokuwiki,
] as unknown as readonly Recipe[];
