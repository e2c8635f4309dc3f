import { test } from 'vitest';
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

async function walkThrough(name: string, options: MediawikiOptions): Promise<void> {
  const wiki = await startMediawiki(options);
  const folder = temporaryFolder();
  try {
    const facts = wikiFacts(wiki);
    const [talk, file] = await Promise.all([facts.namespace(1), facts.namespace(6)]);
    const world: WikiWorld = { wiki, facts, talk, file };
    const proof = await openChromiumProof(`${wiki.url}/index.php`);
    await prove(name, proof, [
      ...aroundSteps(world),
      ...textSteps(world),
      ...visualSteps(world, folder.path),
      ...fileSteps(world, folder.path),
      ...pageSteps(world),
      ...scriptSteps(world),
      ...textNegatives(world),
    ]);
  } finally {
    await wiki.stop();
    folder.remove();
  }
}

test('MediaWiki', () => walkThrough('MediaWiki', {}));
