import { type Context, Hono } from 'hono';
import { createThrottle } from './auth/throttle';
import type { Ports } from './ports';
import { answerRefusal, Refusal } from './problem';
import { authorizeRoutes } from './routes/authorize';
import { instanceRoutes } from './routes/instance';
import { joiningRoutes } from './routes/joining';
import { oauthRoutes } from './routes/oauth';
import { notFoundPage, pageRoutes } from './routes/pages';
import { signingInRoutes } from './routes/signing-in';
import { statusRoutes } from './routes/statuses';
import { timelineRoutes } from './routes/timelines';

/** What apps ask from any origin, as Mastodon's own list has it; never the sign-in page. */
const FOR_APPS = /^\/(api\/|oauth\/(token|revoke)$|\.well-known\/|nodeinfo\/)/;
const EXPOSED = 'Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id';
const LARGEST_BODY = 1024 * 1024;

interface AppOptions {
  /** Called when somebody became a member: the coordinator's link may be spent by now. */
  readonly onJoined?: () => void;
}

/** The whole community server as a function of its ports. */
export function createApp(ports: Ports, { onJoined = () => undefined }: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const refused = refuseStranger(context, ports);
    if (refused !== null) return refused;
    if (FOR_APPS.test(context.req.path)) {
      allowApps(context);
      if (context.req.method === 'OPTIONS') return context.body(null, 204);
      await next();
    } else {
      await next();
      protectPage(context);
    }
    return undefined;
  });
  app.onError((error, context) => {
    if (error instanceof Refusal) return answerRefusal(context, error);
    console.error(error);
    return context.json({ error: 'The server failed; try again' }, 500);
  });
  app.notFound((context) =>
    FOR_APPS.test(context.req.path)
      ? context.json({ error: 'Record not found' }, 404)
      : notFoundPage(context, ports),
  );
  const throttle = createThrottle(ports.clock);
  for (const routes of [
    instanceRoutes(ports),
    oauthRoutes(ports),
    authorizeRoutes(ports),
    statusRoutes(ports),
    timelineRoutes(ports),
    joiningRoutes(ports, onJoined),
    signingInRoutes(ports, throttle),
    pageRoutes(ports),
  ]) {
    app.route('/', routes);
  }
  return app;
}

/** A name that is not ours in the Host header is a page elsewhere that had its name point here (DNS rebinding). */
function refuseStranger(context: Context, { origin }: Ports): Response | null {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  if (host !== new URL(origin).host)
    return context.json({ error: 'This address is not served here' }, 421 as never);
  const length = Number(context.req.header('content-length') ?? 0);
  return length > LARGEST_BODY ? context.json({ error: 'The body is too large' }, 413) : null;
}

function allowApps(context: Context): void {
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Access-Control-Expose-Headers', EXPOSED);
  context.header('X-Content-Type-Options', 'nosniff');
  if (context.req.method !== 'OPTIONS') return;
  context.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  context.header('Access-Control-Allow-Headers', context.req.header('access-control-request-headers') ?? '*');
  context.header('Access-Control-Max-Age', '86400');
}

/** No Cross-Origin-Opener-Policy: it would cut an app's sign-in window from the app that opened it. */
function protectPage(context: Context): void {
  const goesTo = context.get('formAction' as never) as string | undefined;
  const formAction = goesTo === undefined ? "'self'" : `'self' ${goesTo}`;
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
  );
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'same-origin');
  if (!context.req.path.startsWith('/assets/')) context.header('Cache-Control', 'no-store');
}
