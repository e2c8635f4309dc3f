import { describe, expect, test } from 'vitest';
import { identifyCaller, type Sender } from '@/entrypoints/background/identify-caller';

const own = { id: 'ours', origin: 'chrome-extension://ours' };
const tab = { id: 7, url: 'https://wiki.example/' };

describe('who is asking', () => {
  test.each<[string, Sender, string | null]>([
    ['our popup', { id: 'ours', url: 'chrome-extension://ours/popup.html' }, 'page'],
    [
      'our page in a tab',
      { id: 'ours', url: 'chrome-extension://ours/options.html', tab, frameId: 0 },
      'page',
    ],
    [
      'our framed sidebar',
      { id: 'ours', url: 'chrome-extension://ours/sidebar.html', tab, frameId: 3 },
      'frame',
    ],
    [
      'our framed sidebar under its dynamic address',
      { id: 'ours', url: 'chrome-extension://1234/sidebar.html', origin: own.origin, tab, frameId: 3 },
      'frame',
    ],
    ['our script in a page', { id: 'ours', url: 'https://wiki.example/', tab, frameId: 0 }, 'in-page'],
    ['a script in a frame of a page', { id: 'ours', url: 'https://wiki.example/', tab, frameId: 2 }, null],
    ['another extension', { id: 'theirs', url: 'chrome-extension://theirs/x.html' }, null],
    ['another extension that claims our id', { id: 'ours', url: 'chrome-extension://theirs/x.html' }, null],
    ['a page of the browser', { id: 'ours', url: 'about:blank', tab, frameId: 0 }, null],
    ['nobody', {}, null],
  ])('%s', (_what, sender, kind) => {
    expect(identifyCaller(sender, own)?.kind ?? null).toBe(kind);
  });
});
