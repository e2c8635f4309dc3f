import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aroundSteps, scriptSteps } from './mediawiki/around';
import { visualSteps } from './mediawiki/visual';
import { walkThrough } from './mediawiki/walk-through';

test('MediaWiki without a main cache', async () => {
  let refused = 0;
  const countRefusals = (page: Page): void => {
    page.on('response', (answer) => {
      if (answer.headers()['mediawiki-api-error'] === 'badcachekey') refused += 1;
    });
  };
  const steps = [aroundSteps, visualSteps, scriptSteps];
  await walkThrough('MediaWiki without a main cache', { cache: false }, steps, countRefusals);
  expect(refused, 'first saves that failed').toBeGreaterThan(0);
});
