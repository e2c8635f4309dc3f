import type { CDPSession, Page } from 'playwright-core';
import { type Box, stillBox } from './box';

/** One target of the browser, spoken to in the DevTools protocol. */
export type Cdp = Pick<CDPSession, 'send'>;

export interface Focus {
  readonly role: string;
  readonly name: string;
  readonly ringed: boolean;
}

/**
 * What a person using a screen reader and a mouse has of a page: roles, names and places. Sees into closed shadow
 * roots and into the toolbar popup, where selectors do not reach.
 */
export class Surface {
  constructor(readonly cdp: Cdp) {}

  /** Accessible names of everything with this role, in the order of the page. */
  async names(role: string): Promise<string[]> {
    return (await this.#nodes()).filter((node) => node.role === role).map(({ name }) => name);
  }

  /** Everything that is written there. */
  async text(): Promise<string> {
    return (await this.names('StaticText')).join('\n');
  }

  async has(role: string, name: string): Promise<boolean> {
    return (await this.#find(role, name)) !== undefined;
  }

  /** Where it stands, in CSS pixels of the viewport, as soon as it stands there still. */
  async box(role: string, name: string, withinMs?: number): Promise<Box> {
    return stillBox(`${role} “${name}”`, () => this.#boxOf(role, name), withinMs);
  }

  /** Presses it with the mouse as soon as it is there. */
  async click(role: string, name: string, withinMs?: number): Promise<void> {
    const { x, y, width, height } = await this.box(role, name, withinMs);
    const at = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 } as const;
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
      await this.cdp.send('Input.dispatchMouseEvent', { type, ...at });
    }
  }

  /** What has the focus, and whether a ring shows it; undefined where only the page as a whole has it. */
  async focus(): Promise<Focus | undefined> {
    const at = (await this.#nodes()).findLast(({ focused, role }) => focused && role !== 'RootWebArea');
    if (at === undefined) return undefined;
    const { role, name, backendNodeId } = at;
    const { object } = await this.cdp.send('DOM.resolveNode', { backendNodeId });
    const { result } = await this.cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { return getComputedStyle(this).outlineStyle; }',
      returnByValue: true,
    });
    return { role, name, ringed: result.value !== 'none' };
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.cdp.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  async #boxOf(role: string, name: string): Promise<Box | undefined> {
    const backendNodeId = await this.#find(role, name);
    if (backendNodeId === undefined) return undefined;
    await this.cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { model } = await this.cdp.send('DOM.getBoxModel', { backendNodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  }

  async #find(role: string, name: string): Promise<number | undefined> {
    return (await this.#nodes()).find((node) => node.role === role && node.name === name)?.backendNodeId;
  }

  async #nodes() {
    const { nodes } = await this.cdp.send('Accessibility.getFullAXTree');
    return nodes.flatMap(({ ignored, role, name, properties = [], backendDOMNodeId: backendNodeId }) => {
      if (ignored || backendNodeId === undefined) return [];
      const focused = properties.some((one) => one.name === 'focused' && one.value.value === true);
      return [{ role: String(role?.value ?? ''), name: String(name?.value ?? ''), focused, backendNodeId }];
    });
  }
}

/** The page itself with the chip and the sidebar's bar in it; what stands in frames is left to Playwright. */
export async function surfaceOf(page: Page): Promise<Surface> {
  return new Surface(await page.context().newCDPSession(page));
}
