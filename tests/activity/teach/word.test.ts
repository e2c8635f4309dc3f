import { describe, expect, test } from 'vitest';
import { isConstant, isFieldName, kindOf, wordOf } from '@/utils/activity/teach/word';

describe('a word of an address', () => {
  test.each([
    ['edit', 'word'],
    ['EditDocument.aspx', 'word'],
    ['index.php', 'word'],
    ['_api', 'word'],
    ['v2', 'word'],
    ['check-in', 'word'],
    ['17', 'id'],
    ['2026-11-25', 'id'],
    ['deadbeef', 'id'],
    ['6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'id'],
    ['D2026-0017', 'id'],
    ['aZbYcXdWeVfUgThS', 'id'],
    ['verslag van de raad.pdf', 'name'],
    ['jan.janssens', 'name'],
    ['café', 'name'],
    ['', 'name'],
  ])('%s is %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  test('keeps no text, and is known again in its own lesson only', () => {
    expect(wordOf('edit', 'a')).not.toHaveProperty('text');
    expect(wordOf('edit', 'a')).toEqual(wordOf('edit', 'a'));
    expect(wordOf('edit', 'a').mark).not.toBe(wordOf('edit', 'b').mark);
    expect(wordOf('edit', 'a').mark).toBeLessThan(2 ** 16);
  });
});

test.each([
  ['save', true],
  ['document.approve', true],
  ['step2', true],
  ['17', false],
  ['two words', false],
  ['a'.repeat(30), false],
  ['x', false],
  ['', false],
])('%s may be a constant: %s', (value, may) => expect(isConstant(value)).toBe(may));

test.each([
  ['title', true],
  ['ctl00$Main$save', true],
  ['do[save]', true],
  ['jan@example.be', false],
  ['row_20261125', false],
  ['een hele zin', false],
])('%s may be a field: %s', (name, may) => expect(isFieldName(name)).toBe(may));
