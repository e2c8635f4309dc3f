import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERBS } from '@/utils/activity/activity';
import { compileRecipes } from '@/utils/activity/compile';
import { readRecipe } from '@/utils/activity/read-recipe';
import { recognise } from '@/utils/activity/recognise';
import { FILTERS } from '@/utils/activity/sources';
import { activityIn, aForm, anExchange } from '../../support/exchanges';

const page = readFileSync('docs/recipes.md', 'utf8');
const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);

describe('docs/recipes.md', () => {
  test('its example is a recipe that does what the page says', () => {
    expect(examples).toHaveLength(1);
    const read = readRecipe(examples[0] ?? '');
    if (!read.ok) throw new Error(read.error.field);
    const saved = { status: 302, redirect: 'http://dms.test/documents/7?id=7&session=x' };
    const save = anExchange({ ...saved, body: aForm({ action: 'save', title: 'Plan' }) });
    const link = 'http://dms.test/documents/7?id=7';
    expect(activityIn(save, read.value)).toMatchObject({ verb: 'edit', title: 'Plan', link });
    const cancel = anExchange({ ...saved, body: aForm({ action: 'cancel', title: 'Plan' }) });
    expect(activityIn(cancel, read.value)).toBeNull();
    const upload = anExchange({ url: 'http://dms.test/folders/a/files', body: aForm({ file: 'a.pdf' }) });
    const recognition = recognise(upload, compileRecipes([read.value]), read.value.id);
    expect(recognition).toMatchObject({ verb: 'upload', confirm: { dom: '.message-success' } });
  });

  test('names every verb, in the order of their strength', () => {
    expect(page).toContain(VERBS.map((verb) => `\`${verb}\``).join(' '));
    const row = /the verb: (.*) \|/.exec(page)?.[1] ?? '';
    expect(row.match(/\w+/g)?.sort()).toEqual([...VERBS].sort());
  });

  test('names every filter, and no other', () => {
    const table = page.slice(page.indexOf('| filter |'), page.indexOf('Filters can follow'));
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(FILTERS));
  });
});
