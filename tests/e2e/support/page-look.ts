import type { CDPSession, Page } from 'playwright-core';
import { EXTENSION_ID } from '@/scripts/browsers/chromium';

/** What stands in a page and what runs in it, as the browser itself sees it. */
export interface PageLook {
  /** Every node, those in frames and in closed shadow roots too, one per line. */
  readonly nodes: readonly string[];
  /** The addresses of its frames, its own first. */
  readonly frames: readonly string[];
  /** The worlds in which scripts can run, the driver's own left out. */
  readonly worlds: readonly string[];
  /** Every script there is in those worlds, by world and address. */
  readonly scripts: readonly string[];
  /** What the page's own scripts can reach by name, and how many style sheets it has. */
  readonly globals: readonly string[];
}

/** Looks at a page that has loaded. */
export async function lookAt(page: Page): Promise<PageLook> {
  await page.waitForLoadState('networkidle'); // the wiki's own scripts change the page until then
  const session = await page.context().newCDPSession(page);
  const look: PageLook = {
    nodes: await nodesOf(session),
    frames: page.frames().map((frame) => frame.url()),
    ...(await runningIn(session)),
    globals: await page.evaluate(namesInReach),
  };
  await session.detach();
  return look;
}

/**
 * What of a look is the extension's: scripts, frames, and shadow roots, of which the wiki has none. A world without a
 * script is left out: where we read once, Chromium makes an empty one with each page that follows in the same tab.
 */
export function oursIn({ nodes, frames, scripts }: PageLook): string[] {
  const isOurs = (text: string) => text.includes('extension://') || text.includes(EXTENSION_ID);
  return [
    ...scripts.filter(isOurs),
    ...frames.filter(isOurs),
    ...nodes.filter((node) => node.includes('#shadow-root') || isOurs(node)),
  ];
}

interface Node {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[] | undefined;
  readonly shadowRootType?: string | undefined;
  readonly shadowRoots?: readonly Node[] | undefined;
  readonly children?: readonly Node[] | undefined;
  readonly contentDocument?: Node | undefined;
}

/** The one tree that shows closed shadow roots; a page's `outerHTML` has none of them. */
async function nodesOf(session: CDPSession): Promise<string[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return linesOf(root, '');
}

function linesOf(node: Node, indent: string): string[] {
  const name = node.shadowRootType === undefined ? node.nodeName : `#shadow-root ${node.shadowRootType}`;
  // The browser's own, in every text field: nobody put it there.
  if (node.shadowRootType === 'user-agent') return [];
  const { attributes = [], shadowRoots = [], children = [], contentDocument } = node;
  const within = [...shadowRoots, ...(contentDocument === undefined ? [] : [contentDocument]), ...children];
  const line = `${indent}${name} ${attributes.join(' ')} ${node.nodeValue}`.trimEnd();
  return [withoutTime(line), ...within.flatMap((each) => linesOf(each, `${indent} `))];
}

/** DokuWiki writes when it answered into its task runner's address and into the signature that its editor offers. */
function withoutTime(line: string): string {
  return line.replaceAll(/\b1\d{9}\b/g, 'TIME').replaceAll(/\d{4}\W+\d\d\W+\d\d \d\d:\d\d/g, 'TIME');
}

async function runningIn(session: CDPSession): Promise<Pick<PageLook, 'worlds' | 'scripts'>> {
  const worlds = new Map<number, string>();
  const scripts: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, auxData, name, origin } }) => {
    if (!name.startsWith('__playwright')) worlds.set(id, `${auxData?.type} ${origin} ${name}`.trimEnd());
  });
  session.on('Debugger.scriptParsed', ({ executionContextId, url }) => {
    const world = worlds.get(executionContextId);
    const drivers = url === '' && world?.startsWith('default'); // what these tests ask of the page
    if (world !== undefined && !drivers) scripts.push(`${world} ${url}`);
  });
  // Both tell of what is there already before they answer.
  await session.send('Runtime.enable');
  await session.send('Debugger.enable');
  return { worlds: [...worlds.values()], scripts: scripts.sort() };
}

/** Runs in the page: self-contained. */
function namesInReach(): string[] {
  const of = (label: string, object: object) =>
    Object.getOwnPropertyNames(object).map((name) => `${label}.${name}`);
  return [
    ...of('window', window),
    ...of('document', document),
    ...of('navigator', navigator),
    ...of('Document', Document.prototype),
    ...of('Element', Element.prototype),
    `style sheets: ${document.styleSheets.length} and ${document.adoptedStyleSheets.length}`,
  ]
    .map((name) => name.replace(/jQuery\d+$/, 'jQuery…')) // which is drawn by lot
    .sort();
}
