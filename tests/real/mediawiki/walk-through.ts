import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../e2e/support/folders';
import { type MediawikiOptions, startMediawiki } from '../mediawiki';
import { openChromiumProof } from '../proof/chromium';
import { prove } from '../proof/prove';
import type { Step } from '../proof/step';
import { wikiFacts } from './facts';
import type { WikiWorld } from './hand';

type MakeSteps = (world: WikiWorld, folder: string) => Step<Page>[];

/** Does these steps in a MediaWiki of its own, and holds what is recognised against them. */
export async function walkThrough(
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
