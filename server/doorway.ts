import type { Context, MiddlewareHandler } from 'hono';
import type { Ports } from './ports';
import type { RateLimit } from './rate-limit';
import type { Hub } from './stream/hub';

/** What apps ask from any origin, as Mastodon's own list has it; never the sign-in page. */
const FOR_APPS = /^\/(api\/|oauth\/(token|revoke|userinfo)\/?$|\.well-known\/|nodeinfo\/)/;
const EXPOSED = 'Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id';

/** Whether an app asks, and not a person with a browser. */
export function isForApps(context: Context): boolean {
  return FOR_APPS.test(context.req.path);
}

/** What every request passes, before and after it is answered. */
export function doorway(ports: Ports, limitRate: RateLimit, hub: Hub): MiddlewareHandler {
  return async (context, next) => {
    context.header('X-Request-Id', crypto.randomUUID());
    const refused = refuseStranger(context, ports);
    if (refused !== null) return refused;
    if (isForApps(context)) {
      allowApps(context);
      if (context.req.method === 'OPTIONS') return context.body(null, 204);
      await limitRate(context, ports);
      await next();
    } else {
      await next();
      protectPage(context);
    }
    if (!['GET', 'HEAD'].includes(context.req.method)) hub.wake();
    return undefined;
  };
}

/**
 * A name that is not ours in the Host header is a page elsewhere that had its name point here (DNS rebinding).
 * Whoever typed `localhost` is sent on, because cookies do not tell its ports apart. Null: the name is ours.
 */
function refuseStranger(context: Context, { origin }: Ports): Response | null {
  const said = context.req.header('host');
  if (said !== undefined && origin.endsWith(`//${said}`)) return null; // an origin says `//` once
  const { host: ours, hostname, port } = new URL(origin);
  const { pathname, search, host: inAddress } = new URL(context.req.url);
  const asked = said ?? inAddress;
  if (asked === ours) return null;
  const typed = hostname === '127.0.0.1' && asked === `localhost:${port}`;
  if (typed && context.req.method === 'GET' && !isForApps(context)) {
    return context.redirect(`${origin}${pathname}${search}`, 302);
  }
  return context.json({ error: 'This address is not served here' }, 421);
}

/** Any origin may ask with a token; none is ever sent a cookie's answer, because credentials are not allowed. */
function allowApps(context: Context): void {
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Access-Control-Expose-Headers', EXPOSED);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Cache-Control', 'no-store');
  if (context.req.method !== 'OPTIONS') return;
  context.header('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
  context.header('Access-Control-Allow-Headers', context.req.header('access-control-request-headers') ?? '*');
  context.header('Access-Control-Max-Age', '86400');
}

/** No Cross-Origin-Opener-Policy: it would cut an app's sign-in window from the app that opened it. */
function protectPage(context: Context): void {
  const goesTo: string | undefined = context.get('formAction');
  const formAction = goesTo === undefined ? "'self'" : `'self' ${goesTo}`;
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`,
  );
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'same-origin');
  if (!context.req.path.startsWith('/assets/')) context.header('Cache-Control', 'no-store');
}

/** Chromium applies `form-action` to the redirect that follows a form: it has to name where the app lives. */
export function allowFormTo(context: Context, address: string): void {
  const { protocol, origin } = new URL(address);
  context.set('formAction', origin === 'null' ? protocol : origin);
}
