import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatByKey } from '@/components/sharing/format-keys';
import { type Edit, type Selection, toggleMark } from '@/components/sharing/formatting';
import { continueList, toggleList } from '@/components/sharing/list-formatting';

/** A text with its selection between brackets, or `|` for a caret. */
function parse(marked: string): Selection {
  const caret = marked.indexOf('|');
  if (caret >= 0) return { text: marked.replace('|', ''), start: caret, end: caret };
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return { text: marked.replace('[', '').replace(']', ''), start, end };
}

function applied({ text }: Selection, { from, to, insert, select }: Edit): Selection {
  return { text: text.slice(0, from) + insert + text.slice(to), start: select[0], end: select[1] };
}

function show({ text, start, end }: Selection): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`;
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

const change = (marked: string, edit: (selection: Selection) => Edit): string => {
  const selection = parse(marked);
  return show(applied(selection, edit(selection)));
};

describe('bold and italic', () => {
  test.each([
    ['een [map] per dossier', 'strong', 'een **[map]** per dossier'],
    ['een **[map]** per dossier', 'strong', 'een [map] per dossier'],
    ['een [**map**] per dossier', 'strong', 'een [map] per dossier'],
    ['een [map ]per dossier', 'strong', 'een **[map]** per dossier'],
    ['een m|ap', 'emphasis', 'een *m|ap*'],
    ['een *m|ap*', 'emphasis', 'een m|ap'],
    ['een | map', 'strong', 'een **|** map'],
    ['een **|** map', 'strong', 'een | map'],
    ['**Let op|**', 'strong', '**Let op**|'],
    ['**Let op |**', 'strong', '**Let op** |'],
    ['een *map|*', 'emphasis', 'een *map*|'],
    ['een map|', 'strong', 'een map**|**'],
    ['***map|***', 'strong', '***map***|'],
    ['*map|*', 'strong', '***map|***'],
    ['**[map]**', 'emphasis', '***[map]***'],
    ['***[map]***', 'strong', '*[map]*'],
    ['***[map]***', 'emphasis', '**[map]**'],
    ['[een\n\n- twee]', 'strong', '[**een**\n\n- **twee**]'],
    ['[**een**\n- **twee**]', 'strong', '[een\n- twee]'],
    ['[**een**\ntwee]', 'strong', '[**een**\n**twee**]'],
  ] as const)('%s, %s: %s', (before, mark, expected) => {
    expect(change(before, (selection) => toggleMark(selection, mark))).toBe(expected);
  });

  const selections = fc
    .tuple(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '-', '1', '.') }), fc.nat(), fc.nat())
    .map(([text, one, other]): Selection => {
      const ends = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      return { text, start: ends[0] ?? 0, end: ends[1] ?? 0 };
    });

  test('the same once more brings the text back', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom('strong', 'emphasis'), (selection, mark) => {
        const marked = applied(selection, toggleMark(selection, mark));
        expect(applied(marked, toggleMark(marked, mark)).text).toBe(selection.text);
      }),
    );
  });

  test('nothing but stars comes or goes, whatever stands there', () => {
    const starry = selections.map(({ text, ...rest }) => ({ text: text.replaceAll('-', '*'), ...rest }));
    fc.assert(
      fc.property(starry, fc.constantFrom('strong', 'emphasis'), (selection, mark) => {
        const marked = applied(selection, toggleMark(selection, mark));
        expect(marked.text.replaceAll('*', '')).toBe(selection.text.replaceAll('*', ''));
      }),
    );
  });
});

describe('lists', () => {
  test.each([
    ['|', '- |'],
    ['een|', '- een|'],
    ['- een|', 'een|'],
    ['voor\n[een\ntwee]', 'voor\n[- een\n- twee]'],
    ['[- een\n- twee]', '[een\ntwee]'],
    ['[een\n\ntwee]', '[- een\n\n- twee]'],
  ])('%j becomes %j', (before, expected) => {
    expect(change(before, toggleList)).toBe(expected);
  });

  test.each([
    ['- een|', '- een\n- |'],
    ['  * een|', '  * een\n  * |'],
    ['1. een|', '1. een\n2. |'],
    ['9) een|', '9) een\n10) |'],
    ['- een\n- |', '- een\n|'],
    ['- ee|n', '- ee\n- |n'],
  ])('Enter in %j makes %j', (before, expected) => {
    const selection = parse(before);
    const edit = continueList(selection);
    expect(edit && show(applied(selection, edit))).toBe(expected);
  });

  test.each(['een|', '|- een', '-|', '[- een]'])('Enter in %j does what it always does', (before) => {
    expect(continueList(parse(before))).toBeNull();
  });
});

describe('keys', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false };
  const pressed = (key: string, code: string, change: Partial<typeof none> = {}) =>
    formatByKey({ ...none, key, code, ...change }, parse('[een]'))?.insert;

  test('Ctrl or Command with B, I, or Shift and 8', () => {
    expect(pressed('b', 'KeyB', { ctrlKey: true })).toBe('**een**');
    expect(pressed('I', 'KeyI', { metaKey: true })).toBe('*een*');
    expect(pressed('*', 'Digit8', { ctrlKey: true, shiftKey: true })).toBe('- een');
  });

  test('leave every other key alone, and keys that make one character together', () => {
    expect(pressed('b', 'KeyB')).toBeUndefined();
    expect(pressed('Enter', 'Enter')).toBeUndefined();
    expect(pressed('b', 'KeyB', { ctrlKey: true, altKey: true })).toBeUndefined();
    expect(pressed('b', 'KeyB', { ctrlKey: true, shiftKey: true })).toBeUndefined();
    expect(pressed('b', 'KeyB', { ctrlKey: true, isComposing: true })).toBeUndefined();
  });
});
