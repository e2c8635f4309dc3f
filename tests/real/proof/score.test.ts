import { describe, expect, test } from 'vitest';
import { NOTHING, score, share } from './score';
import type { Expected, Seen, Walked } from './step';
import { table } from './table';

const link = 'https://wiki.test/a';
const edit: Seen = { verb: 'edit', title: 'a', link };
const upload: Seen = { verb: 'upload', title: 'plan.pdf', link: null };

function walked(expectation: Expected | null, seen: readonly Seen[], more: Partial<Walked> = {}): Walked {
  return { what: 'a step', expect: expectation, seen, broken: null, checked: true, ...more };
}

describe('the scores', () => {
  test('of nothing are perfect, and empty', () => {
    const { total, verbs, negatives } = score([]);
    expect([total, verbs.size, negatives, share(0, 0)]).toEqual([NOTHING, 0, 0, 1]);
  });

  test('count what was recognised, and whether title and link are right', () => {
    const { total, flaws } = score([
      walked(edit, [edit]),
      walked(edit, [{ ...edit, title: 'b' }]),
      walked(edit, [{ ...edit, link: null }]),
      walked({ verb: 'upload', link: null }, [upload]),
    ]);
    expect(total).toEqual({ ...NOTHING, activities: 4, recognised: 4, titleRight: 3, linkRight: 3 });
    expect(flaws).toEqual(['title: a step → "b", not "a"', 'link: a step → null, not https://wiki.test/a']);
  });

  test('count a miss for the verb that happened, and another verb as false', () => {
    const { verbs, total, flaws } = score([walked(upload, [edit])]);
    expect(verbs.get('upload')).toEqual({ ...NOTHING, activities: 1, missed: 1 });
    expect(verbs.get('edit')).toEqual({ ...NOTHING, false: 1 });
    expect(total).toEqual({ ...NOTHING, activities: 1, missed: 1, false: 1 });
    expect(flaws).toEqual(['missed: a step (upload)', `false: a step → edit "a" ${link}`]);
  });

  test('count one act that is seen twice as one that is right and one that is false', () => {
    expect(score([walked(edit, [edit, edit])]).total).toMatchObject({ recognised: 1, false: 1 });
  });

  test('count what is seen where nothing happened as false', () => {
    const { total, negatives, silent } = score([walked(null, [edit]), walked(null, [])]);
    expect(total).toEqual({ ...NOTHING, false: 1 });
    expect([negatives, silent]).toEqual([2, 1]);
  });

  test('name the steps that did not go as they should', () => {
    expect(score([walked(null, [], { broken: 'no button' })]).broken).toEqual(['a step: no button']);
  });
});

test('the table has a row for every verb, one for all, and names every flaw', () => {
  const text = table('A wiki', score([walked(edit, [edit]), walked(upload, []), walked(null, [edit])]));
  expect(text).toBe(`## A wiki

| verb   | activities | recognised | missed | false | recall | precision | title | link |
| ------ | ---------- | ---------- | ------ | ----- | ------ | --------- | ----- | ---- |
| upload | 1          | 0          | 1      | 0     | 0.00   | 1.00      | 1.00  | 1.00 |
| edit   | 1          | 1          | 0      | 1     | 1.00   | 0.50      | 1.00  | 1.00 |
| total  | 2          | 1          | 1      | 1     | 0.50   | 0.50      | 1.00  | 1.00 |

Things that look like it and are not: 1, seen as nothing: 0.

Flaws:
- missed: a step (upload)
- false: a step → edit "a" https://wiki.test/a
`);
});
