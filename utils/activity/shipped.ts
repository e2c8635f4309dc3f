import type { Recipe } from './recipe';
import demoIntranet from './recipes/demo-intranet.json';
import dokuwiki from './recipes/dokuwiki.json';
import wordpress from './recipes/wordpress.json';

/** The recipes of the package. A test validates them, so that no schema has to be run over them at start-up. */
export const SHIPPED_RECIPES: readonly Recipe[] = [
  dokuwiki,
  wordpress,
  demoIntranet,
] as unknown as readonly Recipe[];
