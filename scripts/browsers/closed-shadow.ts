import type { CDPSession, Page } from 'playwright-core';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * The middle (CSS px) of an element that assistive technology knows by role and name, also in a closed shadow root,
 * where selectors do not reach; null where there is none to be seen. `name` may be the beginning of the name.
 */
export async function findByRole(page: Page, role: string, name: string): Promise<Spot | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.find(
      (each) => !each.ignored && each.role?.value === role && String(each.name?.value ?? '').startsWith(name),
    );
    return node?.backendDOMNodeId === undefined ? null : await middleOf(session, node.backendDOMNodeId);
  } finally {
    await session.detach();
  }
}

/** The chip's button of that name, or null while there is none in view. */
export function chipButton(page: Page, name: string): Promise<Spot | null> {
  return findByRole(page, 'button', name);
}

/** Moves the real pointer to the chip's button and presses it; false where there is none in view. */
export async function pressInChip(page: Page, name: string): Promise<boolean> {
  const spot = await chipButton(page, name);
  if (spot === null) return false;
  await page.mouse.move(spot.x, spot.y, { steps: 5 });
  await page.mouse.click(spot.x, spot.y);
  return true;
}

async function middleOf(session: CDPSession, backendNodeId: number): Promise<Spot | null> {
  const box = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => null); // not laid out
  const [left = 0, top = 0, , , right = 0, bottom = 0] = box?.model.border ?? [];
  return right > left && bottom > top ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
}
