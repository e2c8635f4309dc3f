import { describe, expect, test } from 'vitest';
import { checkRecipe } from '@/utils/activity/check-recipe';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { findSelectors } from '@/utils/activity/html-markers';
import { readRecipe } from '@/utils/activity/read-recipe';
import { recognise } from '@/utils/activity/recognise';
import type { Lesson } from '@/utils/activity/teach/lesson';
import type { Candidate } from '@/utils/activity/teach/proposal';
import { propose } from '@/utils/activity/teach/propose';
import { aForm, aJson, anExchange } from '../../support/exchanges';
import { SITE, taught } from '../../support/lessons';

type Part = Partial<Exchange>;

function post(path: string, fields: Record<string, string>, part: Part = {}): Part {
  return { url: `${SITE}${path}`, body: aForm(fields), ...part };
}

function redirected(path: string): Part {
  return { status: 302, redirect: `${SITE}${path}` };
}

const ids = [17, 23, 4711];
const save = (id: number | string, title: string, more: Record<string, string> = { save: 'Bewaar' }): Part =>
  post(
    `/dossiers/${id}/bewerk`,
    { csrf_token: `t${id}secret`, title, ...more },
    redirected(`/dossiers/${id}`),
  );
const cancelButton = save(23, 'Niets', { cancel: 'Annuleer' });
const poll = (n: number): Part => ({
  ...post('/meldingen/poll', { since: String(n) }, { type: 'xmlhttprequest' }),
});

function best(lesson: Lesson): Candidate {
  const [candidate] = propose(lesson).candidates;
  if (candidate === undefined) throw new Error('nothing was proposed');
  return candidate;
}

function counts({ recipe }: Candidate, part: Part): boolean {
  return recognise(anExchange(part), compileRecipes([recipe]), recipe.id) !== null;
}

interface Case {
  readonly what: string;
  readonly runs: readonly (readonly Part[])[];
  readonly when: object;
  readonly constants?: readonly string[];
  readonly ignore?: readonly object[];
  readonly titles?: readonly string[];
}

const cases: Case[] = [
  {
    what: 'a form, cancelled without any request',
    runs: [...ids.map((id) => [poll(1), save(id, `Dossier ${id}`), poll(2)]), [poll(3)]],
    when: {
      method: 'POST',
      type: 'main_frame',
      path: '/dossiers/{id}/bewerk',
      status: '3xx',
      redirect: '*/dossiers/*',
    },
    titles: ['{body.title}', 'dom:h1', '$title'],
  },
  {
    what: 'a cancel button in the same form, with the same redirect',
    runs: [...ids.map((id) => [save(id, `Dossier ${id}`)]), [cancelButton]],
    when: { path: '/dossiers/{id}/bewerk', body: { save: true } },
  },
  {
    what: 'one button whose value says which it was',
    runs: [
      ...ids.map((id) => [save(id, `Dossier ${id}`, { action: 'save' })]),
      [save(23, 'Niets', { action: 'cancel' })],
    ],
    when: { body: { action: 'save' } },
    constants: ['save'],
  },
  {
    what: 'a field that only the cancelled one had',
    runs: [...ids.map((id) => [save(id, 'x', {})]), [save(23, 'x', { terug: 'Terug' })]],
    when: { path: '/dossiers/{id}/bewerk' },
    ignore: [{ path: '/dossiers/{id}/bewerk', body: { terug: true } }],
  },
  {
    what: 'a form that is shown again with 200',
    runs: [
      ...ids.map((id) => [save(id, 'x', {})]),
      [save(23, 'x', {})].map((each) => ({ ...each, status: 200, redirect: null })),
    ],
    when: { status: '3xx' },
  },
  {
    what: 'another answer: a header that says that it was done',
    runs: [
      ...ids.map((id) =>
        [save(id, 'x', {})].map((each) => ({ ...each, responseHeaders: { 'x-saved': '1' } })),
      ),
      [save(23, 'x', {})],
    ],
    when: { res: { 'x-saved': true } },
  },
  {
    what: 'names instead of ids in the path',
    runs: [
      ...['jansen', 'peeters', 'van-damme'].map((name) => [
        post(`/personen/${name}/save`, { note: name }, redirected(`/personen/${name}`)),
      ]),
      [],
    ],
    when: { path: '/personen/{name}/save', redirect: '*/personen/*' },
  },
  {
    what: 'folders within folders',
    runs: [
      ...['a/b', 'beleid', 'x/y/z'].map((path) => [
        {
          ...post(`/files/${path}/nota.pdf`, {}),
          method: 'PUT',
          type: 'xmlhttprequest' as const,
          status: 201,
          body: { kind: 'opaque' as const },
        },
      ]),
      [],
    ],
    when: { method: 'PUT', path: '/files/{path**}', status: 201 },
  },
  {
    what: 'a script with one address for everything',
    runs: [
      ...ids.map((id) => [
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.list', params: { folder: id } }),
        },
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.save', params: { id, title: `T${id}` } }),
        },
      ]),
      [
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.list', params: { folder: 1 } }),
        },
      ],
    ],
    when: {
      method: 'POST',
      path: '/api',
      type: 'xmlhttprequest',
      body: { method: 'document.save' },
    },
    constants: ['document.save'],
    titles: ['{body.params.title}', 'dom:h1', '$title', '{body.params.id}'],
  },
  {
    what: 'a method that a form field means',
    runs: [
      ...ids.map((id) => [
        post(`/stukken/${id}`, { _method: 'patch', titel: `S${id}` }, redirected(`/stukken/${id}`)),
      ]),
      [],
    ],
    when: { method: 'PATCH', path: '/stukken/{id}', body: { _method: true } },
  },
  {
    what: 'saving by itself at the same address',
    runs: [
      ...ids.map((id) => [
        post(`/notas/${id}`, { tekst: 'a' }, { type: 'main_frame', ...redirected(`/notas/${id}`) }),
        post(`/notas/${id}`, { tekst: 'b', bewaar: 'Bewaar' }, redirected(`/notas/${id}`)),
      ]),
      [post('/notas/23', { tekst: 'c' }, redirected('/notas/23'))],
    ],
    when: { path: '/notas/{id}', body: { bewaar: true } },
  },
];

describe.each(cases)('$what', ({ runs, when, constants = [], ignore, titles }) => {
  const lesson = taught(runs);
  test('is told by what the three have in common', () => {
    const { recipe, constants: shown, titles: offered } = best(lesson);
    expect(recipe.signals[0]?.when).toMatchObject(when);
    expect(shown.map(({ value }) => value)).toEqual(constants);
    if (ignore !== undefined) expect(recipe.ignore).toEqual(ignore);
    if (titles !== undefined) expect(offered).toEqual(titles);
  });

  test('is a valid recipe, which does what its own test says', () => {
    const { recipe, fixtures } = best(lesson);
    expect(readRecipe(JSON.stringify(recipe))).toMatchObject({ ok: true });
    expect(checkRecipe(recipe.id, fixtures, compileRecipes([recipe]), findSelectors)).toEqual([]);
  });

  test('counts what was done in each run, and nothing of the cancelled one', () => {
    const candidate = best(lesson);
    for (const run of runs.slice(0, 3)) expect(run.filter((part) => counts(candidate, part))).toHaveLength(1);
    expect((runs[3] ?? []).filter((part) => counts(candidate, part))).toEqual([]);
  });
});

test('a cancel that looks the same in everything is no recipe', () => {
  const same = ids.map((id) => [save(id, 'x', {})]);
  expect(propose(taught([...same, [save(23, 'y', {})]]))).toMatchObject({
    candidates: [],
    reason: 'like-cancelled',
  });
});

test('a title that was the same each time is the person’s own, and no constant', () => {
  const same = ids.map((id) => [save(id, 'proef', {})]);
  const proposal = propose(taught([...same, [save(23, 'anders', {})]]));
  expect(proposal).toMatchObject({ candidates: [], reason: 'like-cancelled' });
  expect(JSON.stringify(proposal)).not.toContain('proef');
});

test('where nothing was sent there is nothing to propose', () => {
  const read: Part = { method: 'GET', url: `${SITE}/dossiers/17` };
  expect(propose(taught([[read], [read], [read], []]))).toEqual({
    candidates: [],
    others: 0,
    reason: 'nothing-seen',
  });
});

test('the page that is sent goes before what a script sends, and noise comes last', () => {
  const script: Part = { url: `${SITE}/api/teller/17`, type: 'xmlhttprequest', body: aForm({ n: '1' }) };
  const lesson = taught([...ids.map((id) => [script, save(id, `D${id}`), poll(id)]), []]);
  expect(propose(lesson).candidates.map(({ seen }) => seen.path)).toEqual([
    '/dossiers/{id}/bewerk',
    '/api/teller/{id}',
    '/meldingen/poll',
  ]);
});

test('what a site was taught before stays', () => {
  const first = best(taught([...ids.map((id) => [save(id, 'x')]), []])).recipe;
  const move = (id: number): Part => post(`/dossiers/${id}/verplaats`, { map: 'a' }, redirected('/dossiers'));
  const [second] = propose(taught([...ids.map((id) => [move(id)]), []], { verb: 'move' }), first).candidates;
  expect(second?.recipe.signals.map((signal) => signal.do)).toEqual(['move', 'edit']);
  expect(second?.recipe.id).toBe(first.id);
});
