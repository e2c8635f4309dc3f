import type { Recipe } from './recipe';
import alfresco from './recipes/alfresco.json';
import demoIntranet from './recipes/demo-intranet.json';
import dokuwiki from './recipes/dokuwiki.json';
import nextcloud from './recipes/nextcloud.json';
import redmine from './recipes/redmine.json';
import sharepoint from './recipes/sharepoint.json';
import wordpress from './recipes/wordpress.json';

/** The recipes of the package. A test validates them, so that no schema has to be run over them at start-up. */
export const SHIPPED_RECIPES: readonly Recipe[] = [
  dokuwiki,
  nextcloud,
  redmine,
  sharepoint,
  alfresco,
  wordpress,
  demoIntranet,
] as unknown as readonly Recipe[];
