import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepCommunity } from '@/utils/community/store';
import { aBackground, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must } from '../support/outbox-world';

test('communities of one name are told apart by where they stand, wherever one chooses', async () => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
  const { db, ask } = aBackground();
  const stands = (id: string, name: string) =>
    aCommunity({ id, name, origin: `https://${id}.example`, base: `https://${id}.example/w` });
  for (const [id, name] of [
    ['een', 'Handboek'],
    ['twee', 'Handboek'],
    ['drie', 'Praatplein'],
  ] as const)
    await keepCommunity(db, stands(id, name), TOKEN);
  const names = ['Handboek (een.example/w)', 'Handboek (twee.example/w)', 'Praatplein'];
  const named = (communities: readonly { readonly name: string }[]) =>
    communities.map(({ name }) => name).sort();
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  expect(named(must(await ask<'draft:open'>('draft:open', { draftId }, popup)).communities)).toEqual(names);
  expect(named(must(await ask<'settings:read'>('settings:read', {}, popup)).communities)).toEqual(names);
  expect(named(must(await ask<'overview:read'>('overview:read', {}, popup)).communities)).toEqual(names);
  vi.restoreAllMocks();
});
