import { describe, expect, test } from 'vitest';
import type { Shared } from '@/utils/library/shelf';
import { worthReading } from '@/utils/library/to-read';

function shared(id: string, authorId: string, wishes: Partial<Shared> = {}): Shared {
  const practice = { title: id, did: 'x', why: '', tip: '', topics: [], link: null, language: 'nl' };
  return {
    ...{ id, communityId: 'c', postId: id, url: `https://c.example/${id}`, authorId, authorName: authorId },
    ...{
      at: 0,
      reference: 'DG-AAAA-AAAA',
      practice,
      answersId: null,
      source: 'aloud',
      thanks: 0,
      replies: 0,
      thanked: false,
    },
    ...wishes,
  };
}

const idsOf = (list: readonly Shared[]): string[] => list.map(({ id }) => id);

describe('practices for a newcomer', () => {
  test('are those that most people thanked for, each by somebody else', () => {
    const list = [
      shared('a', 'an', { thanks: 3 }),
      shared('b', 'an', { thanks: 5 }),
      shared('c', 'bo', { thanks: 1 }),
      shared('d', 'cy'),
    ];
    expect(idsOf(worthReading(list, new Set(), 3))).toEqual(['b', 'c', 'd']);
  });

  test('are two by one author only where there are no others', () => {
    expect(idsOf(worthReading([shared('a', 'an'), shared('b', 'an')], new Set(), 3))).toEqual(['a', 'b']);
  });

  test('are never their own, and never questions or answers', () => {
    const asks = shared('q', 'bo');
    const list = [
      shared('mine', 'me'),
      { ...asks, practice: { ...asks.practice, kind: 'question' as const } },
      shared('theirs', 'bo'),
    ];
    expect(idsOf(worthReading(list, new Set(['me']), 3))).toEqual(['theirs']);
  });
});
