import type { Recipe } from './recipe';
import alfresco from './recipes/alfresco.json';
import archivesspace from './recipes/archivesspace.json';
import atom from './recipes/atom.json';
import confluence from './recipes/confluence.json';
import demoIntranet from './recipes/demo-intranet.json';
import dokuwiki from './recipes/dokuwiki.json';
import drupal from './recipes/drupal.json';
import gitea from './recipes/gitea.json';
import jira from './recipes/jira.json';
import liferay from './recipes/liferay.json';
import nextcloud from './recipes/nextcloud.json';
import nuxeo from './recipes/nuxeo.json';
import paperlessNgx from './recipes/paperless-ngx.json';
import plone from './recipes/plone.json';
import redmine from './recipes/redmine.json';
import sharepoint from './recipes/sharepoint.json';
import xwiki from './recipes/xwiki.json';

/** The recipes of the package. A test validates them, so that no schema has to be run over them at start-up. */
export const SHIPPED_RECIPES: readonly Recipe[] = [
  alfresco,
  archivesspace,
  atom,
  confluence,
  demoIntranet,
  dokuwiki,
  drupal,
  gitea,
  jira,
  liferay,
  nextcloud,
  nuxeo,
  paperlessNgx,
  plone,
  redmine,
  sharepoint,
  xwiki,
] as unknown as readonly Recipe[];
