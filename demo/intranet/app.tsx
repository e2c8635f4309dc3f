/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Clock } from '@/utils/kernel/clock';
import { chooseLanguage, createText } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { Archive } from './archive';
import { type Env, field, localPath } from './context';
import type { Collection } from './model';
import { assets } from './routes/assets';
import { documents } from './routes/documents';
import { entrance, gate } from './routes/entrance';
import { folders } from './routes/folders';
import { seed } from './seed';
import { Sessions } from './sessions';
import { show } from './show';

const LANGUAGE_COOKIE = 'documentbeheer-taal';
const TEXTS = new Map(LANGUAGES.map((language) => [language, createText(language, CATALOGUES[language])]));

interface IntranetOptions {
  /** The language of the documents, and of the site for whoever asks for none. */
  readonly language: Language;
  readonly clock: Clock;
  /** What was kept before; a new site begins with its seed. */
  readonly collection?: Collection;
  /** Called after each change with all that should outlive the process. */
  readonly keep?: (collection: Collection) => void;
}

/** The demo intranet: a document site as a municipality might have one. Answers only to the machine itself. */
export function createIntranet(options: IntranetOptions): Hono<Env> {
  const { language, clock, keep = () => {} } = options;
  const archive = new Archive(options.collection ?? seed(language, clock), clock, keep);
  const sessions = new Sessions(clock);
  const app = new Hono<Env>();
  app.use(protect, ownMachineOnly, inLanguage(archive, language), csrf());
  app.route('/', assets());
  app.post('/language', async (c) => {
    const form = await c.req.parseBody();
    const chosen = chooseLanguage([field(form, 'language')], LANGUAGES);
    setCookie(c, LANGUAGE_COOKIE, chosen, { sameSite: 'Lax', path: '/', maxAge: 31_536_000 });
    return c.redirect(localPath(field(form, 'back'), '/'), 303);
  });
  app.route('/', entrance(sessions));
  app.use(gate(sessions));
  app.route('/', folders());
  app.route('/', documents());
  app.notFound((c) => problem(c, 'missing', 404));
  app.onError((error, c) =>
    error instanceof HTTPException ? error.getResponse() : problem(c, 'broken', 500),
  );
  return app;
}

function problem(c: Parameters<typeof show>[0], what: 'missing' | 'broken', status: 404 | 500) {
  const t = c.get('t');
  const title = t(`intranet.${what}.title`);
  return show(c, {
    title,
    status,
    body: (
      <>
        <h1>{title}</h1>
        <p class={status === 500 ? 'message message-failure' : undefined}>{t(`intranet.${what}.about`)}</p>
      </>
    ),
  });
}

const protect = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false, // plain http on the own machine
});

/** A page elsewhere that points its own name at this machine gets nothing to read. */
const ownMachineOnly = createMiddleware<Env>(async (c, next) => {
  const { hostname } = new URL(c.req.url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return c.text('421 Misdirected Request', 421);
  await next();
  if (c.res.headers.get('Cache-Control') === null) c.header('Cache-Control', 'no-store');
});

function inLanguage(archive: Archive, fallback: Language) {
  return createMiddleware<Env>(async (c, next) => {
    const chosen = getCookie(c, LANGUAGE_COOKIE);
    const accepted = (c.req.header('Accept-Language') ?? '')
      .split(',')
      .map((tag) => tag.split(';')[0]?.trim() ?? '');
    const language = chooseLanguage([...(chosen ? [chosen] : []), ...accepted, fallback], LANGUAGES);
    c.set('archive', archive);
    c.set('language', language);
    c.set('t', TEXTS.get(language) ?? createText(language, CATALOGUES[language]));
    await next();
  });
}
