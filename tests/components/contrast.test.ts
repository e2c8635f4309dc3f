import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '@/tests/support/contrast';

const css = readFileSync('components/styles/tokens.css', 'utf8');
const colours = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const GROUNDS = ['paper', 'surface', 'sunken'];
const TEXT_PAIRS = [
  ...['ink', 'muted', 'accent', 'accent-strong', 'danger', 'warning', 'success'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warning', 'warning-soft'],
  ['success', 'success-soft'],
];

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  const colour = (name = ''): string => colours.get(name)?.[scheme] ?? '';

  test.each(TEXT_PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(GROUNDS)('the border of a control can be seen on %s', (ground) => {
    expect(contrast(colour('control'), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('every colour has a light and a dark value that this test can read', () => {
  expect(colours.size).toBe(css.match(/--color-[\w-]+:/g)?.length);
});
