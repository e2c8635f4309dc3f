import { describe, test } from 'vitest';
import type { WikiAddresses } from './dokuwiki';
import { useWiki } from './dokuwiki/servers';
import { addressSteps } from './dokuwiki/steps';
import { chromiumHand, openChromiumProof } from './proof/chromium';
import { prove } from './proof/prove';

describe.each<WikiAddresses>(['path', 'rewritten'])('DokuWiki, page names: %s', (addresses) => {
  const used = useWiki({ addresses });

  test('what people do with pages is recognised, and nothing else is', async () => {
    const { wiki } = used;
    const proof = await openChromiumProof(wiki.url);
    await prove(
      `DokuWiki, page names ${addresses}`,
      { ...proof, screen: chromiumHand(proof.screen) },
      addressSteps(wiki, addresses),
    );
  });
});
