import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (...given: never[]) => void;

interface Item {
  readonly id: string;
  readonly title: string;
}

/** The browser's menu, hotkey and windows, as far as somebody begins to write by them. */
export function fakeCalls() {
  const menu = new Map<string, Item>();
  const windows: string[] = [];
  const heard = new Map<'menu' | 'hotkey', Listener>();
  let changes = 0;
  Object.assign(fakeBrowser, {
    contextMenus: {
      onClicked: { addListener: (listener: Listener) => heard.set('menu', listener) },
      removeAll: async () => menu.clear(),
      create: (item: Item, made: () => void) => {
        if (menu.has(item.id)) throw new Error(`Cannot create item with duplicate id ${item.id}`);
        menu.set(item.id, item);
        changes += 1;
        setTimeout(made);
      },
    },
  });
  Object.assign(fakeBrowser.commands, {
    onCommand: { addListener: (listener: Listener) => heard.set('hotkey', listener) },
  });
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    windows.push(url);
  }) as never);
  const call = (by: 'menu' | 'hotkey', ...given: unknown[]): void => heard.get(by)?.(...(given as never[]));
  return {
    /** Titles in the menu. */
    menu: () => [...menu.values()].map(({ title }) => title),
    menuChanges: () => changes,
    click: (clicked: object, tab?: object) => call('menu', { menuItemId: 'share', ...clicked }, tab),
    press: (command: string, tab?: object) => call('hotkey', command, tab),
    /** The window that opens; its address. */
    opened: () => vi.waitUntil(() => windows.shift()),
    windows,
  };
}
