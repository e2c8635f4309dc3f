import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { until } from '@/scripts/browsers/until';
import { ATTACKS, begin } from '../support/attacks';
import { writtenPractice } from '../support/firefox-path';
import * as extension from '../support/firefox-steps';
import { openFirefoxWorld } from '../support/firefox-world';
import { useServers } from '../support/servers';

const TITLE = 'Een gestolen druk';
/** Longer than a Send rests. */
const RESTED_MS = 11_000;

const servers = useServers();

test('what a page stole under a cover rests, can be taken back where it stands, and then never leaves', async () => {
  const world = await openFirefoxWorld();
  const { screen, t } = world;
  const page = await writtenPractice(world, servers, 'praxis:gestolen', TITLE);
  const [cover] = ATTACKS.filter(({ name }) => name === 'a cover in the top layer');
  if (cover === undefined) throw new Error('no such attack');
  await page.evaluate(begin, cover);
  await extension.send(world, servers.community);
  await screen.click('button', t('sidebar.undo'));
  const send = t('sidebar.send', {
    community: servers.community.name,
    audience: t('sidebar.audience-members'),
  });
  await until('the draft again', () => screen.has('button', send));
  await wait(RESTED_MS);
  expect(await servers.community.postsWith(TITLE)).toEqual([]);
});
