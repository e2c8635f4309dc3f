import { describe, expect, test } from 'vitest';
import { pageQuestions } from '@/utils/activity/recognise';
import { recogniseRecording } from '@/utils/activity/recognise-har';
import { aForm, anExchange } from '../support/exchanges';
import {
  admin,
  api,
  burstOf,
  known,
  page,
  recipes,
  rest,
  verb,
  wiki,
  wikiForm,
  xhr,
} from '../support/shipped-exchanges';

describe('seven lessons of three real applications', () => {
  test('1. status alone proves nothing: 302 is save and cancel, 200 is preview and save', () => {
    const sent = { url: wiki, status: 302, redirect: page };
    expect(verb('dokuwiki', { ...sent, body: wikiForm('do[save]') })).toBe('edit');
    expect(verb('dokuwiki', { ...sent, body: wikiForm('do[cancel]') })).toBeNull();
    expect(
      verb('dokuwiki', { ...sent, status: 200, redirect: null, body: wikiForm('do[preview]') }),
    ).toBeNull();
    const search = `${admin}/edit.php?s=plan&_wpnonce=a`;
    expect(
      verb('wordpress', { method: 'GET', url: search, status: 302, redirect: `${admin}/edit.php?s=plan` }),
    ).toBeNull();
  });

  test('2. where refusal and success are one exchange the page decides, and a recording says unconfirmed', () => {
    const upload = { ...xhr, url: 'http://wiki.test/lib/exe/ajax.php?call=mediaupload&qqfile=a.pdf&ns=' };
    expect(known('dokuwiki', upload)?.confirm).not.toBeNull();
    const recorded = { exchange: anExchange(upload), entry: 0, cookieNames: [], html: null };
    expect(recogniseRecording([recorded], recipes, 'dokuwiki')).toMatchObject([
      { verb: 'upload', unconfirmed: true },
    ]);
  });

  test('3. a GET that changes something counts with its nonce, its redirect and as a navigation only', () => {
    const trash = {
      method: 'GET',
      url: `${admin}/post.php?post=7&action=trash&_wpnonce=a`,
      status: 302,
      redirect: `${admin}/edit.php?trashed=1&ids=7`,
    };
    expect(verb('wordpress', trash)).toBe('delete');
    expect(verb('wordpress', { ...trash, type: 'other' })).toBeNull();
    expect(verb('wordpress', { ...trash, status: 200, redirect: null })).toBeNull();
    const revert = { method: 'GET', url: `${page}&do=revert&rev=17&sectok=a`, status: 302, redirect: page };
    expect(verb('dokuwiki', revert)).toBe('edit');
    expect(verb('dokuwiki', { ...revert, url: `${page}&do=revert&rev=17` })).toBeNull();
  });

  test('4. one act of several exchanges is one activity', () => {
    const deleted = burstOf('wordpress', [rest('posts/7', null, 'DELETE'), rest('posts/7', { id: 7 })]);
    expect(deleted).toMatchObject({ verb: 'delete', count: 1 });
    const save = { action: 'visualeditoredit', paction: 'save', page: 'Plan' };
    const saved = burstOf('mediawiki', [
      api({ ...save, paction: 'serializeforcache' }),
      api({ ...save, cachekey: 'a' }, { responseHeaders: { 'mediawiki-api-error': 'badcachekey' } }),
      api({ ...save, html: 'a' }),
    ]);
    expect(saved).toMatchObject({ verb: 'edit', title: 'Plan', count: 1 });
  });

  test('5. what a page still writes in the background is nobody’s act', () => {
    const ajax = `${admin}/admin-ajax.php`;
    expect(verb('wordpress', { ...xhr, url: ajax, body: aForm({ action: 'heartbeat' }) })).toBeNull();
    expect(
      verb('wordpress', { type: 'ping', url: ajax, body: aForm({ action: 'wp-remove-post-lock' }) }),
    ).toBeNull();
    expect(verb('wordpress', rest('posts/7/autosaves', { content: 'a' }, ''))).toBeNull();
    expect(verb('mediawiki', api({ action: 'stashedit', title: 'Plan' }, { status: 0 }))).toBeNull();
  });

  test('6. a title that the exchange does not have is asked of the page', () => {
    const update = known('wordpress', rest('posts/7', { id: 7, content: 'a' }));
    expect(update && pageQuestions(update)).not.toEqual([]);
    const remove = known('dokuwiki', {
      url: wiki,
      status: 302,
      redirect: page,
      body: aForm({ 'do[save]': '', wikitext: '', id: 'plan', prefix: '', suffix: '' }),
    });
    expect(remove && pageQuestions(remove)).toEqual([]);
  });

  test('7. of a body with a whole text in it only named fields are kept', () => {
    const body = aForm({
      'do[save]': '',
      id: 'plan',
      wikitext: 'canary',
      prefix: 'canary',
      suffix: '',
      sectok: 'canary',
    });
    const save = known('dokuwiki', { url: wiki, status: 302, redirect: page, body });
    expect(save).not.toBeNull();
    expect(JSON.stringify(save)).not.toContain('canary');
  });
});
