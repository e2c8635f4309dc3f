import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../e2e/support/folders';
import { type MediawikiOptions, startMediawiki } from './mediawiki';
import { aroundSteps, scriptSteps } from './mediawiki/around';
import { wikiFacts } from './mediawiki/facts';
import { fileSteps } from './mediawiki/files';
import type { WikiWorld } from './mediawiki/hand';
import { pageSteps } from './mediawiki/pages';
import { textNegatives, textSteps } from './mediawiki/texts';
import { visualSteps } from './mediawiki/visual';
import { openChromiumProof } from './proof/chromium';
import { prove } from './proof/prove';
import type { Step } from './proof/step';

type MakeSteps = (world: WikiWorld, folder: string) => Step<Page>[];

async function walkThrough(
  name: string,
  options: MediawikiOptions,
  make: readonly MakeSteps[],
  watch: (page: Page) => void = () => undefined,
): Promise<void> {
  const wiki = await startMediawiki(options);
  const folder = temporaryFolder();
  try {
    const facts = wikiFacts(wiki);
    const [talk, file] = await Promise.all([facts.namespace(1), facts.namespace(6)]);
    const proof = await openChromiumProof(`${wiki.url}/index.php`);
    watch(proof.screen);
    const steps = make.flatMap((each) => each({ wiki, facts, talk, file }, folder.path));
    await prove(name, proof, steps);
  } finally {
    await wiki.stop();
    folder.remove();
  }
}

test('MediaWiki', () =>
  walkThrough('MediaWiki', {}, [
    aroundSteps,
    textSteps,
    visualSteps,
    fileSteps,
    pageSteps,
    scriptSteps,
    textNegatives,
  ]));

test('MediaWiki in German', () =>
  walkThrough('MediaWiki in German', { language: 'de' }, [
    aroundSteps,
    textSteps,
    visualSteps,
    fileSteps,
    pageSteps,
  ]));

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
