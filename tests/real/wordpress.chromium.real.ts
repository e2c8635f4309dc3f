import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '@/tests/e2e/support/folders';
import { openChromiumProof } from './proof/chromium';
import { prove } from './proof/prove';
import type { Step } from './proof/step';
import { type RealWordpress, startWordpress } from './wordpress';
import { type Desk, signIn } from './wordpress/desk';
import { factsOf } from './wordpress/facts';
import { listSteps } from './wordpress/list-steps';
import { mediaSteps } from './wordpress/media-steps';
import { otherPeopleSteps } from './wordpress/people-steps';
import { readingSteps } from './wordpress/reading-steps';
import { unsavedSteps } from './wordpress/unsaved-steps';
import { writeSteps } from './wordpress/write-steps';

const TEXTS = ['Werkwijze 2026.txt', 'Lijst.txt', 'Formulier.txt', 'Bijsluiter.txt', 'Programma.exe'];
/** The smallest picture there is. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function deskOf(wordpress: RealWordpress): Desk {
  const folder = temporaryFolder();
  onTestFinished(() => folder.remove());
  const path = (name: string) => join(folder.path, name);
  for (const name of TEXTS) writeFileSync(path(name), 'Een tekst.');
  writeFileSync(path('Kaart.png'), Buffer.from(PICTURE, 'base64'));
  return { wordpress, files: { path } };
}

async function started(options: Parameters<typeof startWordpress>[0] = {}): Promise<RealWordpress> {
  const wordpress = await startWordpress(options);
  onTestFinished(() => wordpress.stop());
  return wordpress;
}

function signedIn(wordpress: RealWordpress): Step<Page> {
  return {
    what: 'signed in',
    expect: null,
    act: (page) => signIn(page, wordpress, 'admin'),
    outcome: () => factsOf(wordpress).isSignedIn('admin'),
  };
}

test('what someone does in WordPress is recognised, and what only looks like it is not', async () => {
  const wordpress = await started();
  const desk = deskOf(wordpress);
  const [welcome, ...unsaved] = unsavedSteps(desk);
  if (welcome === undefined) throw new Error('no welcome');
  const steps = [
    signedIn(wordpress),
    welcome, // it covers the editor until it was read away
    ...writeSteps(desk),
    ...listSteps(desk),
    ...mediaSteps(desk),
    ...readingSteps(desk),
    ...unsaved,
    ...otherPeopleSteps(desk),
  ];
  expect(steps.filter(({ expect: wanted }) => wanted === null).length).toBeGreaterThanOrEqual(12);
  await prove('WordPress', await openChromiumProof(`${wordpress.url}/`), steps);
});

test('so it is in a folder, with addresses that nobody can read', async () => {
  const wordpress = await started({ path: '/intranet', plainAddresses: true });
  const desk = deskOf(wordpress);
  const [welcome, ...unsaved] = unsavedSteps(desk);
  if (welcome === undefined) throw new Error('no welcome');
  const steps = [signedIn(wordpress), welcome, ...writeSteps(desk), ...unsaved].map((step) =>
    plainly(wordpress, step),
  );
  await prove('WordPress in a folder', await openChromiumProof(`${wordpress.url}/`), steps);
});

/** The same step where a link holds the number of the thing and not its name. */
function plainly(wordpress: RealWordpress, step: Step<Page>): Step<Page> {
  const { expect: wanted } = step;
  if (wanted === null || wanted.link === null || wanted.title === undefined) return step;
  const { verb, title } = wanted;
  const link = () => {
    const id = factsOf(wordpress).idOf(title);
    const path = verb === 'publish' ? `/?p=${id}` : `/wp-admin/post.php?post=${id}&action=edit`;
    return `${wordpress.url}${path}`;
  };
  return {
    ...step,
    expect: {
      verb,
      title,
      get link() {
        return link();
      },
    },
  };
}
