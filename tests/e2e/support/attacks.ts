/** One way in which a page hides what a person presses: by style alone, by a cover, or by a picture of itself. */
export interface Attack {
  readonly name: string;
  readonly style: string;
  readonly by?: 'element' | 'popover' | 'transition';
  /** Seen in Chromium 156: what it does reaches the top layer, where our panel stands. */
  readonly hides?: true;
}

const COVER =
  '#cover { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; border: 0; padding: 0;' +
  ' z-index: 2147483647; background: beige; pointer-events: none }';
/** Our element has a name that no style sheet knows: on the root, it is neither head nor body. */
const OURS = ':root > :not(head, body, #cover)';
const FOR_EVER =
  '@keyframes stay { to { opacity: 1 } } ::view-transition-group(root) { animation: stay 3600s !important; pointer-events: none }';

/** What was published against panels of extensions, and what else a page can do to everything that stands on it. */
export const ATTACKS: readonly Attack[] = [
  { name: 'a root that can be seen through', style: ':root { opacity: .01 !important }' },
  { name: 'an element of ours that can be seen through', style: `${OURS} { opacity: .01 !important }` },
  { name: 'a cover that lets presses through', style: COVER, by: 'element' },
  { name: 'a cover in the top layer', style: COVER, by: 'popover', hides: true },
  {
    name: 'a cover that can nearly be seen through',
    style: `${COVER} #cover { opacity: .9 }`,
    by: 'popover',
    hides: true,
  },
  {
    name: 'frosted glass',
    style: `${COVER} #cover { background: none; backdrop-filter: blur(40px) }`,
    by: 'popover',
    hides: true,
  },
  {
    name: 'a blend with the page',
    style: `${COVER} #cover { mix-blend-mode: difference; background: white }`,
    by: 'popover',
    hides: true,
  },
  { name: 'a root out of focus', style: ':root { filter: blur(40px) !important }' },
  { name: 'a root that is small', style: ':root { transform: scale(.02) !important }' },
  {
    name: 'an element of ours that is small',
    style: `${OURS} { transform: scale(.02) !important; zoom: .05 !important }`,
  },
  { name: 'a root that is small by zoom', style: ':root { zoom: .2 !important }', hides: true },
  { name: 'a root that was moved', style: ':root { translate: 300px 200px !important }' },
  { name: 'a root that is cut', style: ':root { clip-path: inset(0 50% 50% 0) !important }' },
  {
    name: 'a root behind a mask',
    style: ':root { mask: linear-gradient(transparent, transparent) !important }',
  },
  {
    name: 'a picture of nothing instead of the page',
    style: `${FOR_EVER} ::view-transition { background: beige; pointer-events: none } ::view-transition-image-pair(root) { display: none }`,
    by: 'transition',
    hides: true,
  },
];

type Transitions = Document & { activeViewTransition?: { skipTransition(): void } | null } & {
  startViewTransition(change: () => void): { readonly ready: Promise<void> };
};

/** Runs in the page: begins an attack; answers when it has begun. */
export async function begin({ style, by }: Attack): Promise<void> {
  const sheet = new CSSStyleSheet(); // no policy of the page's own stands in its way
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  if (by === 'transition') await (document as Transitions).startViewTransition(() => undefined).ready;
  if (by !== 'element' && by !== 'popover') return;
  const cover = document.createElement('div');
  cover.id = 'cover';
  document.documentElement.append(cover);
  if (by === 'element') return;
  cover.popover = 'manual';
  cover.showPopover();
}

/** Runs in the page: ends what was begun. */
export function end(): void {
  (document as Transitions).activeViewTransition?.skipTransition();
  document.adoptedStyleSheets = [];
  document.getElementById('cover')?.remove();
}
