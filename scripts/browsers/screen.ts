import { type Box, stillBox } from './box';

/** What Gecko calls the roles that we look for. */
const GECKO_ROLES = { button: 'pushbutton', StaticText: 'text leaf', textbox: 'entry' } as const;

export type ScreenRole = keyof typeof GECKO_ROLES;

/**
 * Runs in the browser's own window. Roots, topmost first: what has popped up, the page in front, the toolbar. Tabs
 * behind it are in the tree as well, so that the whole window is no place to look.
 */
const LOOKING = `
  const service = window.accessibilityService ??= // it lives as long as somebody holds it, and takes a moment to start
    Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const opened = [...document.querySelectorAll('panel')].filter(({ state }) => state === 'open');
  const roots = [...opened, gBrowser.selectedBrowser, document.getElementById('nav-bar')];
  function* within(node) {
    if (node === null) return;
    yield node;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) yield* within(child);
  }
  const find = (role) => roots.flatMap((root) =>
    [...within(service.getAccessibleFor(root))].filter((node) => service.getStringRole(node.role) === role));
  const isFocused = (node) => {
    const state = {};
    node.getState(state, {});
    return (state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0;
  };
  const boxOf = (node) => {
    if (node === undefined) return null;
    node.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
    const [x, y, width, height] = [{}, {}, {}, {}];
    node.getBoundsInCSSPixels(x, y, width, height);
    const { mozInnerScreenX: left, mozInnerScreenY: top } = window;
    return { x: x.value - left, y: y.value - top, width: width.value, height: height.value };
  };`;

/**
 * Firefox's window as a person has it who uses a screen reader and a mouse: the page in front with its frames and closed
 * shadow roots, the toolbar, and what has popped up over them, such as the extension's popup and the browser's prompts.
 */
export class Screen {
  /** @param look Runs an expression in the browser's own window. */
  constructor(private readonly look: (expression: string) => Promise<unknown>) {}

  /** Accessible names of everything with this role, topmost first. */
  async names(role: ScreenRole): Promise<string[]> {
    return this.#ask<string[]>(`find('${GECKO_ROLES[role]}').map(({ name }) => name ?? '')`);
  }

  /** Everything that is written there. */
  async text(): Promise<string> {
    return (await this.names('StaticText')).join('\n');
  }

  async has(role: ScreenRole, name: string): Promise<boolean> {
    return (await this.names(role)).includes(name);
  }

  /** Whether what is typed now goes into it. */
  async hasFocus(role: ScreenRole, name: string): Promise<boolean> {
    const wanted = JSON.stringify(name);
    return this.#ask<boolean>(
      `find('${GECKO_ROLES[role]}').some((node) => node.name === ${wanted} && isFocused(node))`,
    );
  }

  /** Where it stands, in CSS pixels of the window, as soon as it stands there still. */
  async box(role: ScreenRole, name: string, withinMs?: number): Promise<Box> {
    const wanted = JSON.stringify(name);
    const boxOf = `boxOf(find('${GECKO_ROLES[role]}').find(({ name }) => name === ${wanted}))`;
    return stillBox(`${role} “${name}”`, () => this.#ask<Box | null>(boxOf), withinMs);
  }

  /** Presses it with the mouse as soon as it is there: input that the browser takes for the person's own. */
  async click(role: ScreenRole, name: string, withinMs?: number): Promise<void> {
    const { x, y, width, height } = await this.box(role, name, withinMs);
    const at = `${x + width / 2}, ${y + height / 2}`;
    await this.look(`for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      window.synthesizeMouseEvent(type, ${at}, { button: 0, clickCount: 1 }, {});
    }`);
  }

  /** Closes what has popped up, as a click beside it does. */
  async closePopups(): Promise<void> {
    await this.look(`for (const panel of document.querySelectorAll('panel')) panel.hidePopup?.()`);
  }

  /** What an expression about the accessible tree answers. */
  async #ask<Value>(expression: string): Promise<Value> {
    return JSON.parse(
      String(await this.look(`(() => { ${LOOKING} return JSON.stringify(${expression}); })()`)),
    );
  }
}
