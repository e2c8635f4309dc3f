import { describe, expect, test } from 'vitest';
import { pageQuestions } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aForm, aJson } from '../support/exchanges';
import { burstOf, dav, known, verb, xhr } from '../support/shipped-exchanges';

describe('the trap catalogue: what pages and browsers do', () => {
  const ours: Record<string, () => void> = {
    'an upload before the upload': () => {
      expect(
        verb('redmine', {
          ...xhr,
          url: 'http://redmine.test/uploads.js?attachment_id=1&filename=a.pdf',
          status: 201,
        }),
      ).toBeNull();
      expect(
        verb('nuxeo', { ...xhr, url: 'http://nuxeo.test/nuxeo/api/v1/upload/batch-1/0', status: 201 }),
      ).toBeNull();
    },
    'autosave and presence': () => {
      expect(
        verb('dokuwiki', {
          ...xhr,
          url: 'http://wiki.test/lib/exe/ajax.php',
          body: aForm({ call: 'lock', id: 'plan', wikitext: 'a' }),
        }),
      ).toBeNull();
      expect(
        verb('confluence', {
          ...xhr,
          url: 'http://conf.test/rest/tinymce/1/drafts',
          body: aJson({ title: 'a' }),
        }),
      ).toBeNull();
      expect(
        verb('sharepoint', { ...xhr, url: 'http://sp.test/_api/sitepages/pages(7)/SavePageCoAuth' }),
      ).toBeNull();
    },
    'a beacon on leaving that claims a save': () => {
      const save = {
        url: 'http://cloud.test/apps/text/session/7/save',
        body: aJson({ manualSave: true, filePath: '/plan.md' }),
      };
      expect(verb('nextcloud', { ...save, ...xhr })).toBe('edit');
      expect(verb('nextcloud', { ...save, type: 'ping' })).toBeNull();
    },
    'a chunk that names the final file': () => {
      const requestHeaders = { destination: `${dav}/files/anna/a.pdf` };
      expect(
        verb('nextcloud', {
          method: 'PUT',
          ...xhr,
          url: `${dav}/uploads/anna/web-1/3`,
          requestHeaders,
          status: 201,
        }),
      ).toBeNull();
      expect(
        verb('nextcloud', {
          method: 'MOVE',
          ...xhr,
          url: `${dav}/uploads/anna/web-1/.file`,
          requestHeaders,
          status: 201,
        }),
      ).toBe('upload');
    },
    'a POST that only reads': () => {
      expect(
        verb('sharepoint', { ...xhr, url: "http://sp.test/_api/web/GetList('a')/RenderListDataAsStream" }),
      ).toBeNull();
      expect(
        verb('nuxeo', {
          ...xhr,
          url: 'http://nuxeo.test/nuxeo/api/v1/automation/UserGroup.Suggestion',
          body: aJson({}),
        }),
      ).toBeNull();
      expect(
        verb('paperless-ngx', {
          ...xhr,
          url: 'http://paperless.test/api/documents/selection_data/',
          body: aJson({}),
        }),
      ).toBeNull();
    },
    'one request that means several things': () => {
      const order = { method: 'PATCH', ...xhr, url: 'http://plone.test/++api++/folder', status: 204 };
      expect(
        verb('plone', { ...order, body: aJson({ ordering: { obj_id: 'a', delta: 'top' } }) }),
      ).toBeNull();
      const item = { ...xhr, url: 'http://sp.test/_api/web/lists/items(7)/ValidateUpdateListItem()' };
      expect(
        verb('sharepoint', {
          ...item,
          body: aJson({ formValues: [{ FieldName: '_ComplianceTag', FieldValue: 'x' }] }),
        }),
      ).not.toBe('edit');
    },
    'a GET with a side effect': () => {
      const url = 'http://plone.test/plan/content_status_modify?workflow_action=publish&_authenticator=a';
      expect(verb('plone', { method: 'GET', url, status: 302, redirect: 'http://plone.test/plan' })).toBe(
        'publish',
      );
      expect(
        verb('plone', { method: 'GET', type: 'other', url, status: 302, redirect: 'http://plone.test/plan' }),
      ).toBeNull();
    },
    'retries that say the same twice': () => {
      const put = { method: 'PUT', ...xhr, url: `${dav}/files/anna/a.pdf`, status: 201 };
      expect(burstOf('nextcloud', [{ ...put, status: 423 }, put, put])).toMatchObject({
        verb: 'upload',
        count: 1,
      });
    },
    'a page whose title changes after the request': () => {
      const remove = known('archivesspace', {
        url: 'http://as.test/resources/7/delete',
        status: 302,
        redirect: 'http://as.test/resources?deleted_uri=%2Fresources%2F7',
      });
      expect(remove && pageQuestions(remove)).toContainEqual({ kind: 'before-title' });
    },
    'toasts in another language': () => {
      const texts = SHIPPED_RECIPES.flatMap(({ signals }) =>
        signals.map(({ confirm }) => `${confirm?.dom} ${confirm?.not}`),
      );
      expect(texts.filter((text) => /:contains|:has-text|aria-label/.test(text))).toEqual([]);
    },
    'cookies that scripts cannot see': () => {
      const byCookie = SHIPPED_RECIPES.filter(({ site }) =>
        [...(site.any ?? []), ...(site.all ?? [])].every((marker) => 'cookie' in marker),
      );
      expect(byCookie).toEqual([]);
    },
    'work in a frame belongs to its tab': () => {
      const put = {
        method: 'PUT',
        type: 'xmlhttprequest',
        url: `${dav}/files/anna/a.pdf`,
        status: 201,
        tabId: 4,
      } as const;
      expect(known('nextcloud', put)?.tabId).toBe(4);
    },
    'requests of service workers and other extensions': () => {
      const put = { method: 'PUT', ...xhr, url: `${dav}/files/anna/a.pdf`, status: 201 };
      expect(verb('nextcloud', { ...put, tabId: -1 })).toBeNull();
      expect(verb('nextcloud', { ...put, initiator: 'moz-extension://a' })).toBeNull();
    },
    'a request whose initiator is another site': () => {
      const put = { method: 'PUT', ...xhr, url: `${dav}/files/anna/a.pdf`, status: 201, initiator: null };
      expect(verb('nextcloud', put)).toBe('upload');
    },
  };

  test.each(Object.entries(ours))('%s', (_name, check) => check());
});
