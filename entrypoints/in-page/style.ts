/*
 * The chip itself is a point; its face and its tab each stand in the corner. So one can come in the other's place, also
 * without a press, and nothing has shifted.
 *
 * Everything is in `em` of the reader's own text size, because the page's root may have any. `!important` on `:host`
 * wins from whatever the page says about our element: between trees, the inner tree's important rules come first.
 */
const HOST = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto 0 0 auto !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483647 !important;
  direction: ltr !important;
  color-scheme: light dark !important;
  transition: none !important;
  animation: none !important;
  --paper: #fffdf8; --ink: #1d2522; --quiet: #4c5753; --line: #b9b2a1;
  --accent: #0b6b63; --on-accent: #ffffff; --hover: #efeade;
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #1d2423; --ink: #eef2ef; --quiet: #b4bfba; --line: #56625e;
    --accent: #5ec8bb; --on-accent: #06201d; --hover: #2b3533;
  }
}
@media (prefers-contrast: more) {
  :host { --quiet: var(--ink); --line: var(--ink); }
}
@media print {
  :host { display: none !important; }
}
[hidden] { display: none !important; }
* { box-sizing: border-box; }
button {
  font: inherit; color: inherit; cursor: pointer; margin: 0;
  min-block-size: 24px; min-inline-size: 24px;
  border: 1px solid transparent; border-radius: 6px; background: transparent;
}
button:hover { background: var(--hover); }
button:focus { outline: 2px solid var(--accent); outline-offset: 1px; }
`;

const CHIP = `
.chip {
  position: fixed; inset: 0 auto auto 0; margin: 0; padding: 0; border: 0; background: transparent;
  inline-size: 0; block-size: 0; overflow: visible;
  font: 13px/1.23 system-ui, sans-serif; font-size: .8125em; color: var(--ink);
  text-align: start;
}
.face, .tab { position: fixed; inset: auto 8px 8px auto; }
.face {
  inline-size: 24.6em; max-inline-size: calc(100% - 16px);
  max-block-size: calc(100% - 16px); overflow: auto; scroll-padding-block-end: 3em;
  padding: 5px 8px 0; display: grid; gap: 4px;
  background: var(--paper); border: 1px solid var(--line); border-radius: 10px;
  box-shadow: 0 2px 10px rgb(0 0 0 / .18);
}
.news { position: fixed; inset: auto 8px 8px auto; inline-size: 1px; block-size: 1px; overflow: hidden; margin: 0; opacity: 0; }
.sentence {
  margin: 0; padding-inline-start: 2px; overflow: hidden; overflow-wrap: anywhere;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2;
}
@media (max-width: 19em) {
  .sentence { -webkit-line-clamp: 4; line-clamp: 4; }
}
.more:not([hidden]) + .sentence { display: block; }
.answers {
  display: flex; flex-wrap: wrap; gap: 4px; align-items: center;
  position: sticky; inset-block-end: 0; padding-block-end: 5px; background: var(--paper);
}
.main { padding: 0 12px; font-weight: 600; background: var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent); text-decoration: underline; }
.plain { padding: 0 10px; border-color: var(--line); }
.icon { display: grid; place-items: center; padding: 0; min-inline-size: 28px; font-size: 1.3em; line-height: 1; }
.dots::before { content: ''; inline-size: .9em; border-block-end: .2em dotted; }
.fold { margin-inline-start: auto; }
.fold::before { content: ''; inline-size: .6em; border-block-end: 2px solid; }
.more { display: grid; gap: 2px; padding-block-end: 4px; border-block-end: 1px solid var(--line); }
u { text-decoration: none; }
.chip:focus-within u { text-decoration: underline; }
.item { padding: 4px 6px; text-align: start; overflow-wrap: anywhere; }
.reason { margin: 0; padding: 4px 7px 6px; color: var(--quiet); overflow-wrap: anywhere; }
.tab {
  display: block; inline-size: max(32px, 2em); block-size: max(32px, 2em); padding: 6px;
  background: var(--paper); border-color: var(--line); border-radius: 10px;
  box-shadow: 0 2px 8px rgb(0 0 0 / .18);
}
.tab::before {
  content: ''; display: block; inline-size: 100%; block-size: 100%;
  border: 2px solid var(--accent); border-radius: 50% 50% 50% 2px;
}
`;

const SIDEBAR = `
.sidebar {
  position: fixed; inset: 0 0 0 auto; margin: 0; padding: 0; border: 0;
  inline-size: min(420px, 100%); max-inline-size: none;
  block-size: 100vh; block-size: 100dvh; max-block-size: none;
  display: flex; flex-direction: column; overflow: hidden;
  font: 14px/1.3 system-ui, sans-serif; color: var(--ink);
  background: var(--paper); border-inline-start: 1px solid var(--line);
  box-shadow: -2px 0 12px rgb(0 0 0 / .18);
}
.bar {
  display: flex; align-items: center; gap: 8px; padding: 4px 8px 4px 16px;
  border-block-end: 1px solid var(--line);
}
.name { flex: 1; font-weight: 600; color: var(--accent); }
.bar .icon { min-inline-size: 32px; min-block-size: 32px; font-size: 1.4em; }
.frame { flex: 1; inline-size: 100%; min-block-size: 0; border: 0; color-scheme: light dark; }
@media (prefers-reduced-motion: no-preference) {
  .chip { animation: appear .2s ease-out; }
}
@keyframes appear { from { opacity: 0; } }
`;

/** Gives a shadow root our look, without an element in the page and so past its rules about inline styles. */
export function styleOf(root: ShadowRoot): void {
  const text = HOST + CHIP + SIDEBAR;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox before adopted sheets worked for scripts of extensions
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}
