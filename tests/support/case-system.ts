import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { type Serving, serveLocally } from '@/demo/run/serve';
import { freePort } from '@/tests/real/free-port';

interface Case {
  readonly title: string;
  readonly note: string;
}

/** A system that nobody else has, on this machine: a list of cases, each with a form. */
export interface CaseSystem extends Serving {
  readonly cases: ReadonlyMap<string, Case>;
}

const TOKEN = 'geheim-formulier-token';

/**
 * As governments have built them: ids in the path, a token in the form, one button whose value says which it was,
 * cancelling that answers as saving does, a form that is shown again where something is wrong, and a page that asks
 * for news all the time.
 */
export async function openCaseSystem(): Promise<CaseSystem> {
  const cases = new Map<string, Case>(
    ['ZK-4711', 'ZK-4712', 'ZK-4713', 'ZK-4714', 'ZK-4715'].map((id) => [
      id,
      { title: `Vergunning ${id}`, note: '' },
    ]),
  );
  const served = await serveLocally(createApp(cases), await freePort());
  if (!served.ok) throw new Error(served.error);
  return { ...served.value, cases };
}

function createApp(cases: Map<string, Case>): Hono {
  const app = new Hono();
  app.get('/', (c) =>
    c.html(
      page(
        'Alle zaken',
        [...cases].map(([id, { title }]) => `<p><a href="/zaken/${id}">${title}</a></p>`).join(''),
      ),
    ),
  );
  app.get('/zaken/:id', (c) => {
    const id = c.req.param('id');
    const { title = '', note = '' } = cases.get(id) ?? {};
    return c.html(page(title, `<p>${note}</p><a href="/zaken/${id}/bewerken">Bewerken</a>`));
  });
  app.get('/zaken/:id/bewerken', (c) => {
    const id = c.req.param('id');
    return c.html(form(id, cases.get(id) ?? { title: '', note: '' }));
  });
  app.post('/zaken/:id/bewerken', async (c) => {
    const id = c.req.param('id');
    const { token, actie, titel, toelichting } = await c.req.parseBody();
    if (token !== TOKEN) return c.text('403', 403);
    const changed = { title: String(titel), note: String(toelichting) };
    if (actie === 'bewaren' && changed.title === '') return c.html(form(id, changed));
    if (actie === 'bewaren') cases.set(id, changed);
    return c.redirect(`/zaken/${id}`, 302);
  });
  app.post('/nieuws', (c) => c.json({ aantal: 0 }));
  return app;
}

function form(id: string, { title, note }: Case) {
  return page(
    'Bewerken',
    `<form method="post" action="/zaken/${id}/bewerken">
      <input type="hidden" name="token" value="${TOKEN}">
      <label>Titel <input name="titel" value="${title}"></label>
      <label>Toelichting <textarea name="toelichting">${note}</textarea></label>
      <button name="actie" value="bewaren">Bewaren</button>
      <button name="actie" value="annuleren">Annuleren</button>
    </form>`,
  );
}

function page(title: string, body: string) {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>${title} | Zaaksysteem</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>${title}</h1>
        ${raw(body)}
        <script>
          setInterval(() => fetch('/nieuws', { method: 'POST', body: JSON.stringify({ sinds: Date.now() }) }), 700);
        </script>
      </body>
    </html>`;
}
