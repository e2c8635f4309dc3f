import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearBackground } from '@/entrypoints/in-page/hear-background';

// The in-page script speaks to the browser without what the other parts have around it.
vi.mock('@wxt-dev/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const background = { id: fakeBrowser.runtime.id, url: 'chrome-extension://own/background.js' };

function aListener() {
  const life = new AbortController();
  const onHotkey = vi.fn();
  const onRecall = vi.fn();
  hearBackground(life.signal, { hotkey: onHotkey, recall: onRecall });
  const respond = vi.fn();
  const say = (message: unknown, sender: object) =>
    fakeBrowser.runtime.onMessage.trigger(message as never, sender as never, respond);
  return { life, onHotkey, onRecall, respond, say };
}

test('the hotkey is heard from the background, and answered', async () => {
  const { onHotkey, respond, say } = aListener();
  await say({ event: 'hotkey' }, background);
  expect(onHotkey).toHaveBeenCalledOnce();
  expect(respond).toHaveBeenCalledExactlyOnceWith(true);
});

test('that a question is taken back is heard too', async () => {
  const { onHotkey, onRecall, say } = aListener();
  await say({ event: 'recall', promptId: 'prompt' }, background);
  expect(onRecall).toHaveBeenCalledExactlyOnceWith('prompt');
  expect(onHotkey).not.toHaveBeenCalled();
});

test.each([
  ['another extension', { event: 'hotkey' }, { id: 'another' }],
  ['a page or script of ours', { event: 'hotkey' }, { ...background, tab: { id: 7 } }],
  ['the background, about something else', { event: 'changed' }, background],
  ['the background, with nothing', undefined, background],
])('from %s it is not', async (_whom, message, sender) => {
  const { onHotkey, respond, say } = aListener();
  await say(message, sender);
  expect(onHotkey).not.toHaveBeenCalled();
  expect(respond).not.toHaveBeenCalled();
});

test('nothing is heard once what stood there has gone', async () => {
  const { life, onHotkey, say } = aListener();
  life.abort();
  await say({ event: 'hotkey' }, background);
  expect(onHotkey).not.toHaveBeenCalled();
});
