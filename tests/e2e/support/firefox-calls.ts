import { until } from '@/scripts/browsers/until';
import type { FirefoxWorld } from './firefox-world';

/** Chooses an item of the browser's own menu over a text on the page in front, as a click of the right button opens it. */
export async function chooseInMenu(
  { chrome, screen }: FirefoxWorld,
  text: string,
  item: string,
): Promise<void> {
  const { x, y, height } = await screen.box('StaticText', text);
  const at = `${x + 4}, ${y + height / 2}`;
  await chrome(`for (const type of ['mousedown', 'contextmenu', 'mouseup']) {
    window.synthesizeMouseEvent(type, ${at}, { button: 2, clickCount: 1 }, {});
  }`);
  await until(`“${item}” in the menu`, async () =>
    Boolean(
      await chrome(`(() => {
        const menu = document.getElementById('contentAreaContextMenu');
        const found = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === ${JSON.stringify(item)});
        if (menu.state !== 'open' || found === undefined) return false;
        menu.activateItem(found);
        return true;
      })()`),
    ),
  );
}

/** Presses Alt+Shift+G in the browser's window: its shortcuts hear it, and the page in front if it is none of theirs. */
export async function pressHotkey({ chrome }: FirefoxWorld): Promise<void> {
  await chrome(`(() => {
    const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    if (!keyboard.beginInputTransactionForTests(window)) throw new Error('no keyboard');
    const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['G', 'KeyG', 71]].map(
      ([key, code, keyCode]) => new window.KeyboardEvent('', { key, code, keyCode }));
    for (const key of keys) keyboard.keydown(key);
    for (const key of keys.reverse()) keyboard.keyup(key);
  })()`);
}
