import { describe, expect, test } from 'vitest';
import { readRequestBody } from '@/utils/activity/request-body';
import { aForm } from '../support/exchanges';
import { api, dav, known, page, rest, verb, wiki, wikiForm, xhr } from '../support/shipped-exchanges';

describe('the trap catalogue: what an answer seems to say', () => {
  const wpPost = rest('posts/7', { id: 7, title: 'Plan' });
  const ours: Record<string, () => void> = {
    'a redirect hop that is lost': () => {
      expect(verb('dokuwiki', { url: wiki, status: 302, redirect: page, body: wikiForm('do[save]') })).toBe(
        'edit',
      );
      expect(verb('dokuwiki', { method: 'GET', url: page })).toBeNull(); // the landing page, under the same request id
    },
    '200 with an error in it': () => {
      const save = { action: 'edit', title: 'Plan' };
      expect(verb('mediawiki', api(save))).toBe('edit');
      expect(
        verb('mediawiki', api(save, { responseHeaders: { 'mediawiki-api-error': 'readonly' } })),
      ).toBeNull();
      const inTree = known('archivesspace', {
        ...xhr,
        url: 'http://as.test/resources/7',
        body: aForm({ 'resource[title]': 'a' }),
      });
      expect(inTree?.confirm).not.toBeNull();
    },
    'a redirect to sign-in, or on failure': () => {
      const sent = { url: wiki, status: 302, body: wikiForm('do[save]') };
      expect(verb('dokuwiki', { ...sent, redirect: 'http://wiki.test/sso/start?back=plan' })).toBeNull();
      const remove = { url: 'http://as.test/resources/7/delete', status: 302 };
      expect(verb('archivesspace', { ...remove, redirect: 'http://as.test/resources/7' })).toBeNull();
    },
    'lessons, association, Professor and Accessoires are no sign-in': () => {
      for (const name of ['lessons', 'association', 'Professor', 'Accessoires']) {
        const redirect = `http://wiki.test/${name}/doku.php?id=${name}`;
        expect(verb('dokuwiki', { url: wiki, status: 302, redirect, body: wikiForm('do[save]') })).toBe(
          'edit',
        );
      }
    },
    '278, 204, 303, 201 and 202': () => {
      expect(verb('nextcloud', { method: 'PUT', ...xhr, url: `${dav}/files/anna/a.pdf`, status: 204 })).toBe(
        'upload',
      );
      expect(
        verb('nextcloud', { method: 'PUT', ...xhr, url: `${dav}/files/anna/a.pdf`, status: 202 }),
      ).toBeNull();
      const node = {
        url: 'http://drupal.test/node/7/edit',
        body: aForm({ form_id: 'node_page_edit_form', op: 'Save' }),
      };
      expect(verb('drupal', { ...node, status: 303, redirect: 'http://drupal.test/plan' })).toBe('edit');
      expect(verb('drupal', node)).toBeNull();
    },
    'a method in a header or a field': () => {
      expect(verb('wordpress', wpPost)).toBe('edit');
      expect(verb('wordpress', { ...wpPost, requestHeaders: { 'x-http-method-override': 'DELETE' } })).toBe(
        'delete',
      );
      const wikiPage = 'http://redmine.test/projects/p/wiki/Plan';
      const put = aForm({ _method: 'put', 'content[text]': 'a' });
      expect(verb('redmine', { url: wikiPage, body: put, status: 302, redirect: wikiPage })).toBe('edit');
    },
    'a body that cannot be read, and file parts without their path': () => {
      const patch = {
        method: 'PATCH',
        ...xhr,
        url: 'http://paperless.test/api/documents/7/',
        body: { kind: 'opaque' } as const,
      };
      expect(verb('paperless-ngx', patch)).toBe('edit');
      const head = new TextEncoder().encode(
        '--X\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n',
      );
      const read = readRequestBody({
        raw: [{ bytes: head.buffer as ArrayBuffer }, { file: '/home/anna/geheim/a.pdf' }],
      });
      expect(read).toEqual({ kind: 'form', fields: { f: ['a.pdf'] } });
    },
  };

  test.each(Object.entries(ours))('%s', (_name, check) => check());
});
