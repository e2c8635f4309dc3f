import type { CDPSession } from 'playwright-core';
import type { Box } from '@/scripts/browsers/box';
import { until } from '@/scripts/browsers/until';

/** What can be measured of a chip on a page. All in CSS px of the viewport. */
export interface ChipNumbers {
  readonly chip: Box;
  readonly targets: readonly (Box & { readonly name: string })[];
  /** What of the page has the focus; null where that is the page as a whole. */
  readonly focus: Box | null;
  readonly view: { readonly width: number; readonly height: number };
  /** The sentence for eyes that see it whole, and whether they see all of it now. */
  readonly sentence: { readonly text: string; readonly title: string; readonly isWhole: boolean };
}

/** Everything of the chip, as soon as it is there. */
export function chipNumbers(session: CDPSession): Promise<ChipNumbers> {
  return until('the chip', async () => {
    const root = await closedRoot(session);
    return root === undefined ? undefined : ((await callOn(session, root, measure)) as ChipNumbers);
  });
}

/** Whether there is a chip that can be seen. */
export async function isChipSeen(session: CDPSession): Promise<boolean> {
  const root = await closedRoot(session);
  return root !== undefined && ((await callOn(session, root, isSeen)) as boolean);
}

/** Lets the page's own scripts look into the chip as if it were open: no look of ours changes what is shipped. */
export async function openToScripts(session: CDPSession): Promise<void> {
  const root = await until('the chip', () => closedRoot(session));
  await callOn(session, root, function reveal(this: ShadowRoot) {
    Object.defineProperty(this.host, 'shadowRoot', { value: this });
    this.host.setAttribute('data-chip', '');
  });
}

/** The shadow root of ours, as something to call on: the pages of these tests have no closed one of their own. */
async function closedRoot(session: CDPSession): Promise<string | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const backendNodeId = find(root);
  if (backendNodeId === undefined) return undefined;
  return (await session.send('DOM.resolveNode', { backendNodeId })).object.objectId;
}

interface Node {
  readonly backendNodeId: number;
  readonly shadowRootType?: string | undefined;
  readonly shadowRoots?: readonly Node[] | undefined;
  readonly children?: readonly Node[] | undefined;
}

function find(node: Node): number | undefined {
  if (node.shadowRootType === 'closed') return node.backendNodeId;
  for (const inner of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function callOn(session: CDPSession, objectId: string, call: (this: ShadowRoot) => unknown) {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: call.toString(),
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs in the page: self-contained. */
function measure(this: ShadowRoot): ChipNumbers {
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const chip = [...this.querySelectorAll('.face, .tab')].find((form) => form.checkVisibility());
  const sentence = this.querySelector<HTMLElement>('.sentence');
  if (chip === undefined || sentence === null) throw new Error('it is not built yet');
  const buttons = [...this.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const focus = document.activeElement;
  return {
    chip: boxOf(chip),
    targets: buttons.map((button) => ({ name: button.ariaLabel ?? button.innerText, ...boxOf(button) })),
    focus: focus === null || focus === document.body || focus === this.host ? null : boxOf(focus),
    view: { width: document.documentElement.clientWidth, height: innerHeight },
    sentence: {
      text: sentence.textContent ?? '',
      title: sentence.title,
      isWhole: sentence.scrollHeight <= sentence.clientHeight + 1,
    },
  };
}

/** Runs in the page: self-contained. */
function isSeen(this: ShadowRoot): boolean {
  const chip = this.querySelector('.chip');
  return chip?.checkVisibility({ visibilityProperty: true }) ?? false;
}
