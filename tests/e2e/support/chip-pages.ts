import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Page } from 'playwright-core';
import { type Serving, serveLocally } from '@/demo/run/serve';
import { freePort } from '@/tests/real/free-port';

/** A page on which a chip has to stand well, and how somebody looks at it. */
export interface ChipPage {
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  /** The reader's own text size in px, where it is not the browser's 16. */
  readonly textSize?: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

const TWELVE = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'wide-table' },
  { name: 'form-in-corner' },
  { name: 'cookie-banner' },
  { name: 'full-screen' },
  { name: 'right-to-left' },
  { name: 'print', media: { media: 'print' } },
  { name: 'text-200', textSize: 32 },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'forced-colours', media: { forcedColors: 'active' } },
  { name: 'filter' },
] as const satisfies readonly ChipPage[];

export const CHIP_PAGES: readonly ChipPage[] = TWELVE;
export type ChipPageName = (typeof TWELVE)[number]['name'];

/** The page of that name, with the way in which it is looked at. */
export function chipPage(name: ChipPageName): ChipPage {
  return TWELVE.find((page) => page.name === name) ?? TWELVE[0];
}

/** Serves each under its name. */
export async function openChipPages(): Promise<Serving> {
  const app = new Hono();
  app.get('/:name', (context) => context.html(pageOf(context.req.param('name'))));
  const served = await serveLocally(app, await freePort());
  if (!served.ok) throw new Error(served.error);
  return served.value;
}

function pageOf(name: string) {
  const rtl = name === 'right-to-left';
  return html`<!doctype html>
    <html lang="${rtl ? 'ar' : 'nl'}" dir="${rtl ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${name}</title>
        <style>
          ${raw(STYLE + (STYLES[name] ?? ''))}
        </style>
      </head>
      <body>
        <header><strong>Intranet Oevermeer</strong> <a href="#documenten">Documenten</a></header>
        <main>${raw(BODIES[name] ?? DOSSIER)}</main>
      </body>
    </html>`;
}

const STYLE = `
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
  header { padding: 12px 24px; background: light-dark(#27476e, #16263b); color: #fff; }
  header a { color: inherit; margin-inline-start: 24px; }
  main { padding: 16px 24px; }
  table { border-collapse: collapse; inline-size: 100%; }
  th, td { text-align: start; padding: 8px 12px; border-block-end: 1px solid #8886; }
`;

const STYLES: Readonly<Record<string, string>> = {
  'wide-table': `
    table { inline-size: 3000px; }
    th { position: sticky; inset-block-start: 0; background: Canvas; }`,
  'form-in-corner': `
    form { block-size: 100vh; }
    form button { position: fixed; inset: auto 12px 12px auto; padding: 10px 24px; }`,
  'cookie-banner': `
    .cookies { position: fixed; inset: auto 0 0 0; padding: 20px 24px; display: flex; gap: 12px; z-index: 99999;
      background: #222; color: #fff; justify-content: space-between; align-items: center; }
    .cookies button { padding: 8px 20px; }`,
  'full-screen': 'main:fullscreen { background: #000; color: #fff; }',
  corners: `
    button { position: fixed; block-size: 40px; inline-size: 90px; }
    input { position: absolute; inset: auto 0 0 0; block-size: 70vh; opacity: 0; }
    .top { inset-block-start: 0; } .bottom { inset-block-end: 0; } .left { inset-inline-start: 0; } .right { inset-inline-end: 0; }`,
  filter: `
    html { filter: grayscale(1) contrast(1.1); }
    :root > :not(head):not(body) { display: none !important; opacity: 0 !important; font-size: 60px !important; }
    * { letter-spacing: .2em; text-transform: uppercase; }`,
};

const ROWS = Array.from(
  { length: 24 },
  (_, at) => `<tr><td><a href="#d${at}">2026/${100 + at} Bestuursbesluit over het archief</a></td>
    <td>${at + 1} oktober 2026</td><td>Dienst Informatiebeheer</td><td>Vastgesteld</td></tr>`,
).join('');

const DOSSIER = `<h1>Selectielijst 2026</h1>
  <p>Opgeslagen. De vorige versie blijft 30 dagen bewaard.</p>
  <table><thead><tr><th>Stuk</th><th>Datum</th><th>Dienst</th><th>Stand</th></tr></thead><tbody>${ROWS}</tbody></table>`;

const ARABIC = `<h1>قائمة الاختيار ٢٠٢٦</h1><p>تم الحفظ. تبقى النسخة السابقة ثلاثين يوما.</p>
  <table><thead><tr><th>الوثيقة</th><th>التاريخ</th></tr></thead>
  <tbody>${'<tr><td><a href="#x">قرار إداري بشأن الأرشيف</a></td><td>٢٠٢٦</td></tr>'.repeat(20)}</tbody></table>`;

const BODIES: Readonly<Record<string, string>> = {
  'form-in-corner': `<h1>Dossier bewerken</h1><form><label>Titel <input value="Selectielijst"></label>
    <button type="button">Bewaar en sluit</button></form>`,
  'cookie-banner': `${DOSSIER}<div class="cookies"><span>Wij gebruiken cookies voor de statistiek van het intranet.</span>
    <span><button>Alleen noodzakelijke</button> <button id="accept">Alles aanvaarden</button></span></div>`,
  /** Forms with names that take the place of what the document itself has. */
  filter: `${DOSSIER}${[
    'body',
    'body',
    'fullscreenElement',
    'visibilityState',
    'elementsFromPoint',
    'activeElement',
  ]
    .map((name) => `<form name="${name}"></form>`)
    .join('')}`,
  'right-to-left': ARABIC,
  /** Beside the twelve: something to focus in each corner, and a field that leaves little room. */
  corners: `${['top left', 'top right', 'bottom left', 'bottom right']
    .map((corner) => `<button class="${corner}">${corner}</button>`)
    .join('')}<input aria-label="large">`,
};
