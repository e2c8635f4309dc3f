import { test } from 'vitest';
import { useWiki } from './dokuwiki/servers';
import { allSteps } from './dokuwiki/steps';
import { chromiumHand, openChromiumProof } from './proof/chromium';
import { prove } from './proof/prove';

const used = useWiki({ language: 'de' });

test('what people do in a German DokuWiki is recognised in Chromium, and nothing else is', async () => {
  const { wiki, files } = used;
  const proof = await openChromiumProof(wiki.url);
  await prove(
    'DokuWiki in German, in Chromium',
    { ...proof, screen: chromiumHand(proof.screen) },
    allSteps(wiki, files),
  );
});
