import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { pageQuestions, recognise } from '@/utils/activity/recognise';
import { activityIn, aForm, anExchange, aRecipe } from '../support/exchanges';
import { nextcloud, sharepoint } from '../support/recipes';

describe('the name of the thing', () => {
  test('the page is asked for what the exchange does not know, and for no more', () => {
    const questions = (title: string[]): string[] => {
      const recipe = aRecipe({ title, link: [] });
      const recognition = recognise(
        anExchange({ body: aForm({ a: 'A', empty: ' / ' }) }),
        compileRecipes([recipe]),
        recipe.id,
      );
      return recognition === null ? [] : pageQuestions(recognition).map(({ kind }) => kind);
    };
    expect(questions(['{body.a}', 'dom:h1'])).toEqual([]);
    expect(questions(['dom:h1', '{body.a}', '$title'])).toEqual(['dom']);
    expect(questions(['{body.empty|basename}', 'dom:h1', '$title'])).toEqual(['dom', 'title']);
    expect(questions(['$before.title'])).toEqual(['before-title']);
    expect(questions(['before:h1', 'dom:h1'])).toEqual(['before-dom', 'dom']);
  });

  const question = (source: string, post: string) => {
    const recipe = aRecipe({ when: { query: { post: true }, status: 200 }, title: [source], link: [] });
    const exchange = anExchange({ url: `http://dms.test/posts?post=${encodeURIComponent(post)}` });
    const recognition = recognise(exchange, compileRecipes([recipe]), recipe.id);
    return recognition === null ? [] : pageQuestions(recognition);
  };

  test('a row of a list is found by what the exchange says of it', () => {
    expect(question('before:#post-{query.post} .title a@title', '7')).toEqual([
      { kind: 'before-dom', selector: '#post-7 .title a', attribute: 'title' },
    ]);
    expect(question('dom:[data-id="{query.post}"]', 'plan-7_b')).toEqual([
      { kind: 'dom', selector: '[data-id="plan-7_b"]', attribute: null },
    ]);
  });

  test.each(['', '7, *', '"]', '7\\', 'é', '7 p'])('%j does not get into a selector', (post) => {
    expect(question('dom:#post-{query.post} a', post)).toEqual([]);
  });

  test.each([
    ['{body.t|basename}', 'a/b/Plan 1.pdf', 'Plan 1.pdf'],
    ['{body.t|basename}', 'C:\\map\\Plan.pdf', 'Plan.pdf'],
    ['{body.t|spaces}', 'Een_plan', 'Een plan'],
    ['{body.t|leaf}', 'praxis:aktenplan', 'aktenplan'],
    ['{body.t|quoted}', "Files('l''avis.docx')", "l'avis.docx"],
    ['{body.t|quoted}', "DecodedUrl='l''avis.docx", "l'avis.docx"],
    ['{body.t|quoted}', 'DecodedUrl=@a1', ''],
    ['{body.t|bare}', 'Plan.pdf?a=1#b', 'Plan.pdf'],
    ['{body.t|bare}', 'Plan.pdf&a=1', 'Plan.pdf'],
    ['{body.t|decoded}', 'Plan%20%C3%A9', 'Plan é'],
    ['{body.t|decoded}', '50%', '50%'],
    ['{body.t|decoded|basename|spaces}', 'a%2Fb_c', 'b c'],
    ['Plan {body.t}', ' 2026\n\t(a) ', 'Plan 2026 (a)'],
    ['{body.t}', 'Plan\u202Efdp.exe\u0000', 'Planfdp.exe'],
    ['{body.t}', '\uD83D', '\uFFFD'],
    ['{body.t}', `${'a'.repeat(199)}😀`, 'a'.repeat(199)],
  ])('%s of %j is %j', (source, t, expected) => {
    expect(activityIn(anExchange({ body: aForm({ t }) }), aRecipe({ title: [source] }))?.title).toBe(
      expected,
    );
  });

  test('an address that a recipe writes begins where the system stands on its host', () => {
    const exchange = anExchange({
      method: 'MOVE',
      url: 'http://n.test/cloud/remote.php/dav/uploads/anna/web-1/.file',
      requestHeaders: { destination: 'http://n.test/cloud/remote.php/dav/files/anna/Map/Plan%20%231.pdf' },
    });
    expect(activityIn(exchange, nextcloud)).toMatchObject({
      title: 'Plan #1.pdf',
      link: 'http://n.test/cloud/apps/files/anna/Map/Plan%20%231.pdf',
    });
    const publish = anExchange({ url: 'http://s.test/sites/één/_api/sitepages/pages(7)/publish' });
    const recognition = recognise(publish, compileRecipes([sharepoint]), 'sharepoint');
    expect(recognition?.title[0]).toMatchObject({
      question: {
        kind: 'json',
        path: '/sites/%C3%A9%C3%A9n/_api/sitepages/pages(7)?$select=Title',
        pointer: 'Title',
      },
    });
  });

  test('a source that leads elsewhere makes way for the next', () => {
    const recipe = aRecipe({ when: { status: 302 }, link: ['$location', '/documents/7'] });
    const exchange = anExchange({ status: 302, redirect: 'http://dms.test:8080/a' });
    expect(activityIn(exchange, recipe)?.link).toBe('http://dms.test/documents/7');
  });
});
