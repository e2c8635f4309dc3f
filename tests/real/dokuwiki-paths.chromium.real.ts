import { test } from 'vitest';
import { useWiki } from './dokuwiki/servers';
import { addressSteps } from './dokuwiki/steps';
import { chromiumHand, openChromiumProof } from './proof/chromium';
import { prove } from './proof/prove';

const used = useWiki({ namesInPath: true });

test('what people do in a DokuWiki with page names in its paths is recognised, and nothing else is', async () => {
  const { wiki } = used;
  const proof = await openChromiumProof(wiki.url);
  await prove(
    'DokuWiki with names in paths',
    { ...proof, screen: chromiumHand(proof.screen) },
    addressSteps(wiki),
  );
});
