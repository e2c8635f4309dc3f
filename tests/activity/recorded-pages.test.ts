import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { readHar } from '@/utils/activity/har';
import { type RecordedActivity, recogniseRecording } from '@/utils/activity/recognise-har';
import { aRecipe } from '../support/exchanges';
import { anEntry, aRecording } from '../support/recordings';

function recogniseIn(entries: readonly unknown[], recipe: ReturnType<typeof aRecipe>): RecordedActivity[] {
  const recording = readHar(aRecording(entries));
  if (!recording.ok) throw new Error(recording.error.field);
  return recogniseRecording(recording.value, compileRecipes([recipe]), recipe.id);
}

describe('what the pages of a recording tell', () => {
  const own = (title: string[], link: string[]) => {
    const recipe = aRecipe({ when: { method: 'POST', status: [200, 302] }, title, link });
    return (...entries: readonly unknown[]) => recogniseIn(entries, recipe);
  };
  const page = (second: number, path: string, title: string) =>
    anEntry({
      at: `2026-11-24T10:00:${String(second).padStart(2, '0')}.000Z`,
      request: { url: `http://dms.test${path}` },
      response: { content: { mimeType: 'text/html', text: `<title>${title}</title>` } },
    });
  const act = (
    second: number,
    response: Record<string, unknown>,
    request: Record<string, unknown> = {},
    type = 'xhr',
  ) =>
    anEntry({
      at: `2026-11-24T10:00:${String(second).padStart(2, '0')}.000Z`,
      type,
      request: { method: 'POST', url: 'http://dms.test/act', ...request },
      response,
    });
  const pages = [page(1, '/list', 'List'), page(9, '/plan', 'Plan'), page(20, '/other', 'Other')];

  test('a script: the page that stands there', () => {
    const [found] = own(['$title'], ['$location'])(...pages, act(10, { status: 200 }));
    expect(found).toMatchObject({ title: 'Plan', link: 'http://dms.test/plan' });
  });

  test('a script whose page says where it is, whatever was loaded last', () => {
    const headers = [{ name: 'Referer', value: 'http://dms.test/app/files' }];
    const [found] = own([], ['$location'])(...pages, act(10, { status: 200 }, { headers }));
    expect(found).toMatchObject({ link: 'http://dms.test/app/files' });
  });

  test('a form: the page that it leads to, and never the one that is gone', () => {
    const sent = act(2, { status: 302, redirectURL: '/plan#a' }, {}, 'document');
    expect(own(['$title'], [])(...pages, sent)).toMatchObject([{ title: 'Plan' }]);
    expect(own(['$before.title', 'none'], [])(...pages, sent)).toMatchObject([{ title: 'none' }]);
    const elsewhere = act(2, { status: 302, redirectURL: '/gone' }, {}, 'document');
    expect(own(['$title', 'none'], [])(...pages, elsewhere)).toMatchObject([{ title: 'none' }]);
  });

  test('a form that leads on by way of a redirect', () => {
    const sent = act(2, { status: 302, redirectURL: '/done' }, {}, 'document');
    const done = act(
      3,
      { status: 302, redirectURL: '/plan' },
      { method: 'GET', url: 'http://dms.test/done' },
    );
    expect(own(['$title'], [])(...pages, sent, { ...done, _resourceType: 'document' })).toMatchObject([
      { title: 'Plan' },
    ]);
  });

  test('a form that is answered at once: its own page, and not the one that it took away', () => {
    const content = { mimeType: 'text/html', text: '<title>Moved</title>' };
    const sent = act(10, { status: 200, content }, {}, 'document');
    expect(own(['$title'], ['$location'])(...pages, sent)).toMatchObject([
      { title: 'Moved', link: 'http://dms.test/act' },
    ]);
    expect(own(['$before.title', 'none'], [])(...pages, sent)).toMatchObject([{ title: 'none' }]);
  });

  test('a script that is sent on: the page stays', () => {
    const sent = act(10, { status: 302, redirectURL: '/other' });
    expect(own(['$title'], [])(...pages, sent)).toMatchObject([{ title: 'Plan' }]);
    expect(own(['$before.title'], [])(...pages, sent)).toMatchObject([{ title: 'Plan' }]);
  });

  test('a page that had not changed since it was loaded last', () => {
    const again = { ...page(5, '/list', ''), response: { status: 304, redirectURL: '', headers: [] } };
    const [found] = own([], ['$location'])(
      page(1, '/list', 'List'),
      page(2, '/plan', 'Plan'),
      again,
      act(6, {}),
    );
    expect(found).toMatchObject({ link: 'http://dms.test/list' });
  });

  test('the page that sent it, and pages of other sites', () => {
    const [found] = own(['$before.title'], [])(...pages, act(10, { status: 200 }));
    expect(found).toMatchObject({ title: 'Plan' });
    const there = act(10, { status: 200 }, { url: 'http://elsewhere.test/act' });
    expect(own(['$title', 'none'], ['$location'])(...pages, there)).toMatchObject([
      { title: 'none', link: null },
    ]);
  });
});
