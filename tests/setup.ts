import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Every run tries the same cases, so that red means changed; the long form tries many more, and others each time. */
fc.configureGlobal(
  process.env.DEELGENOOT_LONG === '1' ? { numRuns: 2_000 } : { numRuns: 100, seed: 20_261_124 },
);

beforeEach(() => {
  fakeBrowser.reset();
  // What the fake has not: no hotkey, no page that hears us, no permission.
  fakeBrowser.commands.getAll = async () => [];
  fakeBrowser.tabs.sendMessage = async () => {
    throw new Error('Could not establish connection. Receiving end does not exist.');
  };
  fakeBrowser.permissions.getAll = async () => ({ origins: [], permissions: [] });
});
