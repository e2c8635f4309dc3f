/** The one style sheet of the server's pages. */
export const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #171a1a); --card: light-dark(#ffffff, #202525);
  --ink: light-dark(#1d2424, #e9eceb); --soft: light-dark(#545f5e, #a9b5b3); --line: light-dark(#dcdfda, #384040);
  --accent: light-dark(#0b6b63, #5ec8bb); --on-accent: light-dark(#ffffff, #0b2320);
  --problem: light-dark(#8f1d1d, #ffb4ab); --problem-paper: light-dark(#fdeeec, #3b1f1d); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
.site { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between;
  padding: .75rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--line); background: var(--card); }
.site nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; } .site nav a { display: inline-block; padding-block: .25rem; } .site [aria-current] { color: inherit; font-weight: 600; text-decoration: none; } .site form { margin: 0; }
.languages { display: flex; flex-wrap: wrap; gap: 0 .6rem; list-style: none; margin: 0; padding: 0; font-size: .85rem; }
.name { font-weight: 650; font-size: 1.15rem; color: var(--ink); text-decoration: none; }
main { max-width: 44rem; margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.4vw, 2rem); line-height: 1.25; margin: 0 0 .75rem; text-wrap: pretty; }
h1, h2, h3 { hyphens: auto; hyphenate-limit-chars: 14 5 5; }
h2 { font-size: 1.15rem; line-height: 1.35; margin: 1.25rem 0 .25rem; }
p { margin: 0 0 .9rem; text-wrap: pretty; } .card > :last-child, .card section > :last-child, .card > div > :last-child { margin-bottom: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1.1rem, 4vw, 2rem); margin: 0 0 1.25rem; }
.post > h2 { margin-top: 0; } .card:not(.post) > h2:first-child { margin: 0 0 .75rem; } .post > h2 a { color: inherit; }
.byline, .hint { color: var(--soft); font-size: .95rem; }
.row { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: center; margin: 0; }
.thanks { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.field { margin: 0 0 1.1rem; } .field label { display: block; font-weight: 600; margin-bottom: .25rem; } .field .hint { margin: .25rem 0 0; }
input, textarea, select { width: 100%; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 8px; padding: .55rem .75rem; }
fieldset { border: 0; padding: 0; min-width: 0; } legend { font-weight: 600; padding: 0; margin-bottom: .25rem; }
.field .choice { display: flex; gap: .65rem; align-items: flex-start; font-weight: inherit; padding-block: .35rem; margin: 0; }
.choice input { width: 1.15rem; height: 1.15rem; margin: .3rem 0 0; flex: none; accent-color: var(--accent); }
.request { padding-block: .6rem; } .request + .request { border-top: 1px solid var(--line); } .request a { flex: 1 1 10rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .45rem 1.25rem; border-radius: 8px; border: 1px solid var(--accent);
  background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.quiet { background: transparent; color: var(--accent); } .site button.quiet { border: 0; min-height: 0; padding: .25rem 0; font-weight: inherit; text-decoration: underline; text-underline-offset: .2em; }
button[aria-pressed='true'] { background: var(--accent); color: var(--on-accent); }
a.button { display: inline-block; font-weight: 600; padding: .6rem 1.25rem; border-radius: 8px; background: var(--accent); color: var(--on-accent); text-decoration: none; }
textarea { display: block; line-height: 1.5; resize: vertical; field-sizing: content; } textarea:not([readonly]) { min-height: 6rem; } select { min-height: 2.75rem; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.25rem 0 .25rem; } .card > h2:first-child { margin-top: 0; }
details { border-top: 1px solid var(--line); padding: .6rem 0; } details[open] { padding-bottom: 1rem; } summary { cursor: pointer; font-weight: 600; padding-block: .25rem; }
.plain { list-style: none; margin: 0; padding: 0; } .plain li { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between;
  border-top: 1px solid var(--line); padding: .75rem 0; } .plain p { margin: 0; flex: 1 1 14rem; }
ol { margin: 0 0 1rem; padding-inline-start: 1.4rem; } ol .field { margin-bottom: .75rem; }
.search { flex-wrap: nowrap; margin: 0 0 1.5rem; } .search button { flex: none; } .search input { flex: 1 1 6rem; min-width: 0; min-height: 2.75rem; }
button + .hint, section + .hint { margin-top: 1rem; }
.topics { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; margin: 1.25rem 0 .9rem; padding: 0; }
.topics li { border: 1px solid var(--line); border-radius: 99px; padding: .05rem .75rem; color: var(--soft); font-size: .95rem; }
.pictures { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem; } .pictures img { max-width: 100%; max-height: 24rem; width: auto; height: auto; border-radius: 8px; }
.problem { color: var(--problem); background: var(--problem-paper); border-radius: 8px; padding: .75rem 1rem; }
`;

/** The community's mark, and everybody's picture until they have one. */
export const AVATAR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img"><rect width="64" height="64" rx="14" fill="#0b6b63"/><path d="M14 20a6 6 0 0 1 6-6h18a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6H26l-8 7v-7a4 4 0 0 1-4-4z" fill="#fff"/><path d="M30 40h10a8 8 0 0 0 8-8v-6a5 5 0 0 1 4 5v10a5 5 0 0 1-4 5v6l-7-6h-6a5 5 0 0 1-5-6z" fill="#9adfd6"/></svg>`;
