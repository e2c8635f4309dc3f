import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '@/tests/support/contrast';

/** The chip has its colours twice: light first, then dark. */
const colours = [
  ...readFileSync('entrypoints/in-page/style.ts', 'utf8').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g),
].map(([, name = '', hex = '']) => [name, hex] as const);

describe.each([
  ['light', new Map(colours.toReversed())],
  ['dark', new Map(colours)],
])('in %s', (_, scheme) => {
  const colour = (name: string): string => scheme.get(name) ?? '';

  test.each([
    ['ink', 'paper'],
    ['ink', 'hover'],
    ['quiet', 'paper'],
    ['on-accent', 'accent'],
  ])('%s on %s can be read', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'hover'])('the ring of the focus stands out on %s', (ground) => {
    expect(contrast(colour('accent'), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
