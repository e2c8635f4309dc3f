/** @jsxImportSource hono/jsx */
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';

/** The community as something that can be away for a while. */
export interface Switchable {
  isOn(): boolean;
  turn(on: boolean): Promise<void>;
}

interface TryPageOptions {
  readonly t: Text;
  readonly language: Language;
  readonly intranet: string;
  readonly community: string;
  /** Whether the browser was connected and allowed already; else the first steps are the person's. */
  readonly isConnected: () => boolean;
  readonly power: Switchable;
}

const STYLE = readFileSync(new URL('./try-page.css', import.meta.url), 'utf8');
const CONNECT_STEPS = ['allow', 'connect'] as const;
const STEPS = ['open', 'change', 'wait', 'share', 'read'] as const;
const MORE = ['more-cancel', 'more-approve', 'more-never', 'more-offline'] as const;

const protect = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false, // plain http on the own machine
});

/** A server's worth of one page: what a newcomer can try, in which order, and what should happen. */
export function createTryPage(options: TryPageOptions): Hono {
  const app = new Hono();
  app.use(protect, csrf());
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/', (c) => c.html(html`<!doctype html>${<TryPage {...options} />}`));
  app.post('/community', async (c) => {
    const { on } = await c.req.parseBody();
    await options.power.turn(on === 'yes');
    return c.redirect('/#community', 303);
  });
  return app;
}

function TryPage({ t, language, intranet, community, isConnected, power }: TryPageOptions) {
  const steps = isConnected() ? STEPS : [...CONNECT_STEPS, ...STEPS];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{t('demo.try.title')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>
          <h1>{t('demo.try.title')}</h1>
          <p>{t('demo.try.about')}</p>
          <ol>
            {steps.map((step) => (
              <li>
                <h2>{t(`demo.try.${step}`)}</h2>
                <p>{t(`demo.try.${step}-about`, { community })}</p>
                {step === 'open' && <NewTab to={`${intranet}/documents/101`} />}
                {step === 'allow' && <NewTab to={intranet} />}
                {step === 'read' && <NewTab to={community} />}
              </li>
            ))}
          </ol>
          <h2>{t('demo.try.more')}</h2>
          <ul>
            {MORE.map((idea) => (
              <li>{t(`demo.try.${idea}`)}</li>
            ))}
          </ul>
          <PowerSwitch t={t} on={power.isOn()} />
          <p class="faint">{t('demo.try.rest')}</p>
          <p class="faint">{t('demo.try.stop')}</p>
        </main>
      </body>
    </html>
  );
}

function NewTab({ to }: { readonly to: string }) {
  return (
    <p>
      <a href={to} target="_blank" rel="noopener">
        {to}
      </a>
    </p>
  );
}

function PowerSwitch({ t, on }: { readonly t: Text; readonly on: boolean }) {
  return (
    <form id="community" action="/community" method="post">
      <p role="status">{t(on ? 'demo.try.community-on' : 'demo.try.community-off')}</p>
      <button type="submit" name="on" value={on ? 'no' : 'yes'}>
        {t(on ? 'demo.try.switch-off' : 'demo.try.switch-on')}
      </button>
    </form>
  );
}
