import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeButton, pressKey } from '@/entrypoints/in-page/elements';
import { openStage } from '@/entrypoints/in-page/stage';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

test('a letter of a button’s words is marked, told to screen readers, and leaves its name as it was', () => {
  const button = makeButton({ className: 'plain', text: 'Niet nu', key: 'U' }, () => undefined);
  expect(button.innerHTML).toBe('Niet n<u>u</u>');
  expect(button.textContent).toBe('Niet nu');
  expect(button.getAttribute('aria-keyshortcuts')).toBe('U');
  const icon = makeButton(
    { className: 'icon', text: '⋯', label: 'Andere antwoorden', key: 'A' },
    () => undefined,
  );
  expect([icon.textContent, icon.title, icon.getAttribute('aria-label')]).toEqual([
    ...['⋯', 'Andere antwoorden (A)', 'Andere antwoorden'],
  ]);
});

test('a letter presses the button that shows it, and nothing that is not to be seen', () => {
  const onPress = vi.fn();
  const hidden = vi.fn();
  const seen = makeButton({ className: 'plain', text: 'Deel', key: 'D' }, onPress);
  const unseen = makeButton({ className: 'item', text: 'Bewaar', key: 'B' }, hidden);
  unseen.checkVisibility = () => false;
  document.body.append(seen, unseen, makeButton({ className: 'plain', text: 'Zonder' }, hidden));
  expect(['d', 'D', 'b', 'x', 'Enter'].map((key) => pressKey(document.body, key))).toEqual([
    ...[true, true, false, false, false],
  ]);
  expect(onPress).toHaveBeenCalledTimes(2);
  expect(hidden).not.toHaveBeenCalled();
});

/** A stage with a button in it, and what its keys meant. */
function aStage(page: Element) {
  document.body.append(page);
  const keys: string[] = [];
  const stage = openStage({
    signal: life.signal,
    onKey: (key) => {
      keys.push(key);
      return key === 'd';
    },
    onRemounted: () => undefined,
    onGivenUp: () => undefined,
  });
  return { keys, host: stage.root.host };
}

function press(target: Element, init: KeyboardEventInit & { isTrusted?: boolean }): KeyboardEvent {
  const { isTrusted = true, ...rest } = init;
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...rest });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}

test('keys mean something only where they reach us, from a person, alone and once', () => {
  const field = document.createElement('input');
  const { host, keys } = aStage(field);
  expect(press(host, { key: 'd' }).defaultPrevented).toBe(true);
  expect(press(host, { key: 'Tab' }).defaultPrevented).toBe(false);
  expect(keys.splice(0)).toEqual(['d', 'Tab']);
  press(field, { key: 'd' });
  press(host, { key: 'd', isTrusted: false });
  for (const init of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { repeat: true },
    { isComposing: true },
  ])
    expect(press(host, { key: 'd', ...init }).defaultPrevented).toBe(false);
  expect(keys).toEqual([]);
});

test('the page hears none of the keys that are pressed in what is ours', () => {
  const { host } = aStage(document.createElement('input'));
  const heard = vi.fn();
  document.addEventListener('keydown', heard, { signal: life.signal });
  press(host, { key: 'n' });
  expect(heard).not.toHaveBeenCalled();
});
