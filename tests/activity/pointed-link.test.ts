import { expect, test } from 'vitest';
import { pointedLink } from '@/utils/activity/link';

test.each([
  [
    'a page',
    'https://wiki.example/doku.php?id=praxis:akten',
    'https://wiki.example/doku.php?id=praxis:akten',
  ],
  [
    'its escapes and order',
    'https://w.example/a%20b?b=%C3%A9+1&a=2',
    'https://w.example/a%20b?b=%C3%A9+1&a=2',
  ],
  ['a port', 'http://localhost:8080/x', 'http://localhost:8080/x'],
  ['a user and a password', 'https://an:geheim@w.example/x', 'https://w.example/x'],
  ['a session in the path', 'https://w.example/x;jsessionid=1F?id=2', 'https://w.example/x?id=2'],
  ['a session in the query', 'https://w.example/x?PHPSESSID=1&id=2', 'https://w.example/x?id=2'],
  ['a token', 'https://w.example/x?access_token=1&id=2', 'https://w.example/x?id=2'],
  ['a name that is escaped', 'https://w.example/x?%74oken=1&id=2', 'https://w.example/x?id=2'],
  ['a ticket of a sign-in', 'https://w.example/x?ticket=ST-1', 'https://w.example/x'],
  ['the answer of a sign-in', 'https://w.example/x?code=1&state=2', 'https://w.example/x'],
  ['the signature of a link', 'https://w.example/x?sv=1&sig=2', 'https://w.example/x?sv=1'],
  ['a place in the page', 'https://w.example/x#afronden', 'https://w.example/x#afronden'],
  ['a page of one script', 'https://w.example/#/documents/12', 'https://w.example/#/documents/12'],
  ['a token in the fragment', 'https://w.example/x#access_token=1', 'https://w.example/x'],
])('%s', (_what, address, link) => {
  expect(pointedLink(address)).toBe(link);
});

test.each([
  ...['', 'about:blank', 'chrome://extensions', 'file:///home/an/akten.pdf', 'javascript:alert(1)'],
  ...[
    'data:text/html,x',
    'mailto:an@stad.example',
    'blob:https://w.example/1',
    'moz-extension://1/options.html',
  ],
  `https://w.example/${'x'.repeat(2_000)}`,
])('%s is no page to name', (address) => {
  expect(pointedLink(address)).toBeNull();
});
