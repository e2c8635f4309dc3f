import { describe, expect, test } from 'vitest';
import { marksIn, nearestOpen, piecesOf } from '@/components/sharing/guard/marks';
import type { FindingView } from '@/utils/messaging/guard-views';

const finding = (text: string, start: number, reason: string | null = null): FindingView => ({
  id: `${start}`,
  field: 'did',
  index: 0,
  start,
  end: start + text.length,
  kind: 'e-mail',
  text,
  mask: '[x]',
  reason,
});

describe('a finding', () => {
  test.each([
    ['where it was', 'van a@b.be', 4, [4]],
    ['further on', 'En van a@b.be', 4, [7]],
    ['before', 'a@b.be', 4, [0]],
    ['gone', 'van a@b', 4, []],
  ])('is %s', (_where, text, start, expected) => {
    expect(marksIn(text, [finding('a@b.be', start)]).map((mark) => mark.start)).toEqual(expected);
  });

  test('that is there twice is marked twice, also after typing before it', () => {
    const both = [finding('a@b.be', 0), finding('a@b.be', 7)];
    expect(marksIn('x a@b.be a@b.be', both).map(({ start }) => start)).toEqual([2, 9]);
  });
});

test('the nearest is the open one around the caret, else the closest', () => {
  const marks = marksIn('a@b.be en c@d.be', [finding('a@b.be', 0), finding('c@d.be', 10)]);
  expect(nearestOpen(marks, 12)?.start).toBe(10);
  expect(nearestOpen(marks, 7)?.start).toBe(0);
  expect(nearestOpen(marksIn('a@b.be', [finding('a@b.be', 0, 'ja')]), 0)).toBeNull();
});

test('the pieces are the text', () => {
  const marks = marksIn('van a@b.be af', [finding('a@b.be', 4)]);
  expect(piecesOf('van a@b.be af', marks).map(({ text }) => text)).toEqual(['van ', 'a@b.be', ' af']);
});
