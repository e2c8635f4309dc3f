import { describe, expect, test } from 'vitest';
import type { Exchange } from '@/utils/activity/exchange';
import type { Recipe } from '@/utils/activity/recipe';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import type { PageQuestion } from '@/utils/activity/sources';
import { activityIn, aForm, aJson, anExchange } from '../../support/exchanges';

const recipe = SHIPPED_RECIPES.find(({ id }) => id === 'demo-intranet') as Recipe;
const site = 'http://localhost:4173';
const document = `${site}/documents/7`;
const folder = `${site}/folders/vergunningen`;
const post = (url: string, fields: Record<string, string>, part: Partial<Exchange> = {}): Exchange =>
  anExchange({ url, body: aForm(fields), status: 303, redirect: document, ...part });
const refused = { status: 200, redirect: null };

/** The page of the document, as it stands after the act. */
const page = (question: PageQuestion): string | null =>
  question.kind === 'dom' && question.selector === 'h1.document-title' ? 'Selectielijst 2026' : null;

describe('the demo intranet: what someone did', () => {
  const link = document;
  test.each<[string, Exchange, object]>([
    [
      'edited',
      post(`${document}/edit`, { title: 'Selectielijst', text: 'a', action: 'save' }),
      { verb: 'edit', title: 'Selectielijst', link },
    ],
    ['published', post(`${document}/publish`, {}), { verb: 'publish', title: 'Selectielijst 2026', link }],
    [
      'approved',
      anExchange({
        url: `${document}/approve`,
        type: 'xmlhttprequest',
        body: aJson({ decision: 'approve' }),
      }),
      { verb: 'approve', title: 'Selectielijst 2026', link },
    ],
    [
      'moved',
      post(`${document}/move`, { folder: 'archief', action: 'save' }),
      { verb: 'move', title: 'Selectielijst 2026', link },
    ],
    [
      'deleted',
      post(`${document}/delete`, { title: 'Selectielijst', confirm: 'yes' }, { redirect: folder }),
      { verb: 'delete', title: 'Selectielijst', link: null },
    ],
    [
      'uploaded',
      post(`${folder}/upload`, { file: 'selectielijst.pdf' }),
      { verb: 'upload', title: 'Selectielijst 2026', link },
    ],
  ])('%s', (_what, exchange, expected) => {
    expect(activityIn(exchange, recipe, page)).toMatchObject({ ...expected, system: 'demo-intranet', site });
  });

  test('an upload is named after its file where the page cannot be asked', () => {
    const upload = post(`${folder}/upload`, { file: 'selectielijst.pdf' });
    expect(activityIn(upload, recipe)?.title).toBe('selectielijst.pdf');
  });
});

describe('the demo intranet: what looks like it and is not', () => {
  const text = { title: 'Selectielijst', text: 'a' };
  const signIn = { redirect: `${site}/sign-in` };
  test.each<[string, Exchange]>([
    ['an edit cancelled', post(`${document}/edit`, { ...text, action: 'cancel' })],
    ['an edit previewed', post(`${document}/edit`, { ...text, action: 'preview' }, refused)],
    ['an edit without a title', post(`${document}/edit`, { ...text, title: '', action: 'save' }, refused)],
    [
      'an edit of a page that somebody else changed',
      post(`${document}/edit`, { ...text, action: 'save' }, refused),
    ],
    ['an edit when the session had expired', post(`${document}/edit`, { ...text, action: 'save' }, signIn)],
    ['a publication refused', post(`${document}/publish`, {}, refused)],
    ['a publication when the session had expired', post(`${document}/publish`, {}, signIn)],
    [
      'rejected',
      anExchange({ url: `${document}/approve`, type: 'xmlhttprequest', body: aJson({ decision: 'reject' }) }),
    ],
    ['a move cancelled', post(`${document}/move`, { folder: 'archief', action: 'cancel' })],
    ['a removal called off', post(`${document}/delete`, { ...text, confirm: 'no' }, { redirect: folder })],
    [
      'a removal when the session had expired',
      post(`${document}/delete`, { ...text, confirm: 'yes' }, signIn),
    ],
    ['an upload refused', post(`${folder}/upload`, { file: 'a.exe' }, refused)],
    ['an upload when the session had expired', post(`${folder}/upload`, { file: 'a.pdf' }, signIn)],
    ['signed in', post(`${site}/sign-in`, { name: 'anna', password: 'canary' }, { redirect: `${site}/` })],
    ['a search', anExchange({ method: 'GET', url: `${site}/search?q=edit` })],
    ['a document opened', anExchange({ method: 'GET', url: document })],
    ['a form opened', anExchange({ method: 'GET', url: `${document}/edit` })],
  ])('%s', (_what, exchange) => {
    expect(activityIn(exchange, recipe, page)).toBeNull();
  });
});

test('an approval is believed only when the page says so', () => {
  const [approve] = recipe.signals.filter((signal) => signal.do === 'approve');
  expect(approve?.confirm).toEqual({ dom: '.message-success', not: '.message-failure', within: 3000 });
});
