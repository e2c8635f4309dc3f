import type { Recipe } from './recipe';
import alfresco from './recipes/alfresco.json';
import archivesspace from './recipes/archivesspace.json';
import atom from './recipes/atom.json';
import confluence from './recipes/confluence.json';
import demoIntranet from './recipes/demo-intranet.json';
import dokuwiki from './recipes/dokuwiki.json';
import drupal from './recipes/drupal.json';
import gitea from './recipes/gitea.json';
import humhub from './recipes/humhub.json';
import jira from './recipes/jira.json';
import liferay from './recipes/liferay.json';
import logicaldoc from './recipes/logicaldoc.json';
import mayanEdms from './recipes/mayan-edms.json';
import mediawiki from './recipes/mediawiki.json';
import moodle from './recipes/moodle.json';
import nextcloud from './recipes/nextcloud.json';
import nuxeo from './recipes/nuxeo.json';
import openkm from './recipes/openkm.json';
import paperlessNgx from './recipes/paperless-ngx.json';
import plone from './recipes/plone.json';
import redmine from './recipes/redmine.json';
import sharepoint from './recipes/sharepoint.json';
import wordpress from './recipes/wordpress.json';
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
  humhub,
  jira,
  liferay,
  logicaldoc,
  mayanEdms,
  mediawiki,
  moodle,
  nextcloud,
  nuxeo,
  openkm,
  paperlessNgx,
  plone,
  redmine,
  sharepoint,
  wordpress,
  xwiki,
] as unknown as readonly Recipe[];
