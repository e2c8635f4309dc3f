import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Serving, serveLocally } from '@/demo/run/serve';
import { freePort } from '@/tests/real/free-port';

/** A system that nobody else has, and no recipe that is shipped knows. */
export async function openSmallDms(): Promise<Serving> {
  const served = await serveLocally(smallDms(), await freePort());
  if (!served.ok) throw new Error(served.error);
  return served.value;
}

function smallDms(): Hono {
  const app = new Hono();
  let title = 'Dienstregeling';
  app.get('/dms/dossiers/7', (context) => context.html(page(title, html`<h1 class="dossier">${title}</h1>`)));
  app.get('/dms/dossiers/7/bewerk', (context) =>
    context.html(
      page(
        title,
        html`<form method="post">
          <label>Titel <input name="titel" value="${title}" /></label>
          <button name="knop" value="bewaar">Bewaar</button>
          <button name="knop" value="annuleer">Annuleer</button>
        </form>`,
      ),
    ),
  );
  app.post('/dms/dossiers/7/bewerk', async (context) => {
    const { knop, titel } = await context.req.parseBody();
    if (knop === 'bewaar') title = String(titel);
    return context.redirect('/dms/dossiers/7', 302);
  });
  return app;
}

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <title>${title} – Klein DMS</title>
        <meta name="generator" content="Klein DMS 1.3" />
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}

/** Its recipe, as whoever looks after it writes it. */
export const SMALL_DMS_RECIPE = {
  v: 1,
  id: 'klein-dms',
  name: 'Klein DMS',
  evidence: 'Recorded in version 1.3',
  tested: ['Klein DMS 1.3'],
  site: { any: [{ dom: "meta[name=generator][content^='Klein DMS']" }] },
  ignore: [{ body: { knop: 'annuleer' } }],
  signals: [
    {
      do: 'edit',
      when: {
        method: 'POST',
        type: 'main_frame',
        path: '/dossiers/{id}/bewerk',
        body: { knop: 'bewaar' },
        status: '3xx',
      },
      title: ['{body.titel}', 'dom:h1.dossier'],
      link: ['/dossiers/{id}'],
    },
  ],
};
