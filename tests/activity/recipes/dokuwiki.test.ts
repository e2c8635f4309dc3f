import { describe, expect, test } from 'vitest';
import type { Exchange } from '@/utils/activity/exchange';
import type { Recipe } from '@/utils/activity/recipe';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { activityIn, aForm, anExchange } from '../../support/exchanges';

const recipe = SHIPPED_RECIPES.find(({ id }) => id === 'dokuwiki') as Recipe;
const site = 'http://wiki.test';
const page = `${site}/doku.php?id=praxis:aktenplan`;
const ajax = `${site}/lib/exe/ajax.php`;
/** What the edit form sends beside its button. */
const form = {
  sectok: 'canary',
  id: 'praxis:aktenplan',
  rev: '0',
  date: '1763971200',
  prefix: '.',
  suffix: '',
  changecheck: 'a1b2',
  target: 'section',
  wikitext: '====== Aktenplan ======',
  summary: '',
};
const post = (fields: Record<string, string>, part: Partial<Exchange> = {}): Exchange =>
  anExchange({ url: `${page}&do=edit`, body: aForm(fields), status: 302, redirect: page, ...part });
const xhr = (fields: Record<string, string>, part: Partial<Exchange> = {}): Exchange =>
  anExchange({ url: ajax, type: 'xmlhttprequest', body: aForm(fields), ...part });
const save = { ...form, 'do[save]': '1' };

describe('DokuWiki: what someone did', () => {
  const edit = { verb: 'edit', title: 'praxis:aktenplan', link: page };
  test.each<[string, Exchange, object]>([
    ['a page saved', post(save), edit],
    ['a page saved from an address without do=edit', post(save, { url: page }), edit],
    ['a page saved from an address without its name', post(save, { url: `${site}/doku.php` }), edit],
    ['a small change', post({ ...save, minor: '1' }), edit],
    ['a section saved', post({ ...save, prefix: 'before' }, { redirect: `${page}#section` }), edit],
    ['a section emptied', post({ ...save, prefix: 'before', wikitext: '' }), edit],
    ['a section emptied that others follow', post({ ...save, suffix: 'after', wikitext: '' }), edit],
    ['a save that answers 303', post(save, { status: 303 }), edit],
    [
      'a wiki in a folder',
      post(save, {
        url: `${site}/wiki/doku.php?id=a`,
        redirect: `${site}/wiki/doku.php?id=praxis:aktenplan`,
      }),
      { ...edit, link: `${site}/wiki/doku.php?id=praxis:aktenplan` },
    ],
    [
      'a wiki that puts page names into the path',
      post(save, { url: `${site}/doku.php/praxis:aktenplan`, redirect: `${site}/doku.php/praxis:aktenplan` }),
      { ...edit, link: `${site}/doku.php/praxis:aktenplan` },
    ],
    [
      'a wiki that rewrites its addresses',
      post(save, { url: `${site}/praxis/aktenplan?do=edit`, redirect: `${site}/praxis/aktenplan` }),
      { ...edit, link: `${site}/praxis/aktenplan` },
    ],
    [
      'a page called login',
      post({ ...save, id: 'login' }, { redirect: `${site}/doku.php?id=login` }),
      { verb: 'edit', title: 'login', link: `${site}/doku.php?id=login` },
    ],
    ['a page deleted', post({ ...save, wikitext: '' }), { verb: 'delete', title: 'praxis:aktenplan' }],
    ['a page deleted, old form', post({ ...save, wikitext: '', prefix: '' }), { verb: 'delete' }],
    [
      'an old revision restored',
      anExchange({
        method: 'GET',
        url: `${page}&do=revert&rev=176&sectok=canary`,
        status: 302,
        redirect: page,
      }),
      edit,
    ],
    [
      'a file uploaded',
      anExchange({
        url: `${ajax}?sectok=canary&qqfile=Plan%202026.pdf&call=mediaupload&ns=praxis&ow=false`,
        type: 'xmlhttprequest',
        body: { kind: 'opaque' },
      }),
      { verb: 'upload', title: 'Plan 2026.pdf', link: null },
    ],
    [
      'a file described',
      anExchange({
        url: `${site}/doku.php?do=media&image=praxis%3Aplan.jpg`,
        body: aForm({ 'mediado[save]': '1', img: 'praxis:plan.jpg', sectok: 'canary' }),
      }),
      { verb: 'edit', title: 'plan.jpg', link: null },
    ],
    [
      'a file deleted',
      xhr({ call: 'mediadetails', delete: 'praxis:plan.jpg', sectok: 'canary' }),
      { verb: 'delete', title: 'plan.jpg', link: null },
    ],
  ])('%s', (_what, exchange, expected) => {
    const activity = activityIn(exchange, recipe);
    expect(activity).toMatchObject({ ...expected, system: 'dokuwiki', site });
    expect(JSON.stringify(activity)).not.toContain('canary');
  });
});

describe('DokuWiki: what looks like it and is not', () => {
  const refused = { status: 200, redirect: null };
  test.each<[string, Exchange]>([
    ['cancelled, with the changed text in it', post({ ...form, 'do[cancel]': '1' })],
    ['a preview', post({ ...form, 'do[preview]': '1' }, refused)],
    ['a preview that redirects', post({ ...form, 'do[preview]': '1' })],
    ['somebody saved in between', post(save, refused)],
    ['refused: token, lock or spam', post(save, { ...refused, url: page })],
    ['not allowed', post(save, { ...refused, status: 403 })],
    ['the session had expired', post(save, { redirect: 'https://login.wiki.test/' })],
    ['the network went away', post(save, { ...refused, status: 0 })],
    ['a section opened', post({ id: 'a', do: 'edit', range: '1-99', sectok: 'x' }, refused)],
    ['a page opened', anExchange({ method: 'GET', url: page })],
    ['the landing page of a save', anExchange({ method: 'GET', url: page, body: { kind: 'opaque' } })],
    ['a save whose body nobody could read', post(save, { body: { kind: 'opaque' } })],
    ['a save by a script', post(save, { type: 'xmlhttprequest' })],
    ['lock and draft while typing', xhr({ call: 'lock', ...form })],
    ['the draft thrown away', xhr({ call: 'draftdel', id: 'a' })],
    ['a list of files', xhr({ call: 'medialist', ns: 'praxis' })],
    ['details of a file', xhr({ call: 'mediadetails', image: 'praxis:plan.jpg' })],
    ['the index', xhr({ call: 'index', idx: 'praxis' })],
    ['quick search', xhr({ call: 'qsearch', q: 'plan' })],
    ['subscribed', post({ 'do[subscribe]': '1', sub_target: 'a', sectok: 'x' })],
    ['signed in', post({ do: 'login', u: 'anna', p: 'canary', id: 'start' })],
    [
      'signed out',
      anExchange({ method: 'GET', url: `${page}&do=logout&sectok=x`, status: 302, redirect: page }),
    ],
    ['a profile saved', post({ do: 'profile', save: '1', fullname: 'Anna' }, refused)],
    ['a restore refused', anExchange({ method: 'GET', url: `${page}&do=revert&rev=1&sectok=x` })],
    [
      'a link to a restore fetched ahead',
      anExchange({
        method: 'GET',
        url: `${page}&do=revert&rev=1&sectok=x`,
        status: 302,
        redirect: page,
        type: 'other',
      }),
    ],
    ['revisions compared', anExchange({ method: 'GET', url: `${page}&do=diff&rev=1` })],
    ['another program of that name', post(save, { url: `${site}/mydoku.php` })],
  ])('%s', (_what, exchange) => {
    expect(activityIn(exchange, recipe)).toBeNull();
  });
});

test('an upload is believed only when the page says so', () => {
  const [upload] = recipe.signals.filter((signal) => signal.do === 'upload');
  expect(upload?.confirm).toEqual({ dom: '.qq-upload-success', not: '.qq-upload-fail', within: 5000 });
});
