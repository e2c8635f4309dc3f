import { test } from 'vitest';
import { useWiki } from './dokuwiki/servers';
import { allSteps } from './dokuwiki/steps';
import { firefoxHand, openFirefoxProof } from './proof/firefox';
import { prove } from './proof/prove';

const used = useWiki();

test('what people do in DokuWiki is recognised in Firefox, and nothing else is', async () => {
  const { wiki, files } = used;
  const proof = await openFirefoxProof(wiki.url);
  await prove('DokuWiki in Firefox', { ...proof, screen: firefoxHand(proof.screen) }, allSteps(wiki, files));
});
