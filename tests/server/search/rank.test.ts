import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '@/server/search/query';
import { type Candidate, findingOf, rank } from '@/server/search/rank';
import { searchText } from '@/server/search/search-text';

function post(id: string, text: string): Candidate {
  return { id, ...searchText(text, 'nl') };
}

const LONG = 'woord '.repeat(50);

describe('how a word is found', () => {
  test.each([
    ['het archief', 'exact'],
    ['de archieven', 'stem'],
    ['archiefbeheer', 'prefix'],
    ['het stadsarchief', 'substring'],
    ['de griffie', null],
  ])('archief in "%s": %s', (text, finding) => {
    const [word] = parseQuery('archief').words;
    expect(word && findingOf(word, searchText(text, 'nl'))).toBe(finding);
  });
});

describe('the order', () => {
  test('itself, another form, a beginning, inside a word', () => {
    const posts = [
      post('4', 'het stadsarchief'),
      post('3', 'archiefbeheer'),
      post('2', 'de archieven'),
      post('1', 'het archief'),
    ];
    expect(rank(parseQuery('archief'), posts)).toEqual(['1', '2', '3', '4']);
  });

  test('among equals a title with every word first, then the newest', () => {
    const posts = [
      post('1', `Archief en zaak\n\n${LONG}`),
      post('2', `Archief\n\nzaak ${LONG}`),
      post('3', `Iets anders\n\narchief zaak ${LONG}`),
      post('10', `Iets anders\n\narchief zaak ${LONG}`),
    ];
    expect(rank(parseQuery('archief zaak'), posts)).toEqual(['1', '10', '3', '2']);
  });

  test('a candidate without one of the words is left out', () => {
    expect(rank(parseQuery('archief zaak'), [post('1', 'archief')])).toEqual([]);
  });

  test('a word may be found as a form while another stands inside a compound', () => {
    expect(rank(parseQuery('zaak beheer'), [post('1', 'zaken in het archiefbeheer')])).toEqual(['1']);
  });

  test('without words, filters alone: the newest first', () => {
    expect(rank(parseQuery('from:me'), [post('9', 'a'), post('11', 'b'), post('10', 'c')])).toEqual([
      '11',
      '10',
      '9',
    ]);
  });

  test('does not depend on the order in which a database gives its rows', () => {
    const texts = fc.array(
      fc.constantFrom('archief', 'archieven zaak', 'Zaak\narchief', 'stadsarchief', 'x'),
    );
    const rows = texts.map((some) => some.map((text, at) => post(String(at * 7), text)));
    const shuffled = rows.chain((posts) =>
      fc.shuffledSubarray(posts, { minLength: posts.length }).map((others) => ({ posts, others })),
    );
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom('archief', 'zaak archief', 'zaken'),
        ({ posts, others }, typed) => {
          expect(rank(parseQuery(typed), others)).toEqual(rank(parseQuery(typed), posts));
        },
      ),
    );
  });
});
