/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Visitor, visitorOf } from '../auth/session';
import { Layout } from '../pages/Layout';
import { wordsFor } from '../pages/words';
import type { Ports } from '../ports';

/** One page in the frame that all share. */
export function page(
  context: Context,
  ports: Ports,
  visitor: Visitor | null,
  title: string,
  body: Child,
  status: ContentfulStatusCode = 200,
) {
  const { pathname, search } = new URL(context.req.url);
  const frame = (
    <Layout
      words={wordsFor(context, ports)}
      title={title}
      community={ports.name}
      visitor={visitor}
      path={`${pathname}${search}`}
    >
      {body}
    </Layout>
  );
  return context.html(html`<!doctype html>${frame}`, status);
}

/** Not signed in, or to sign in as somebody else: to the sign-in page, and then on to what was wanted. */
export function toSignIn(context: Context, ports: Ports): Response {
  wordsFor(context, ports); // remembers the language that an app asked for
  const wanted = new URL(context.req.url);
  const again = wanted.searchParams.has('force_login') ? '&again=1' : '';
  wanted.searchParams.delete('force_login'); // once is enough
  return context.redirect(
    `/sign-in?next=${encodeURIComponent(`${wanted.pathname}${wanted.search}`)}${again}`,
  );
}

export async function notFoundPage(context: Context, ports: Ports) {
  const { t } = wordsFor(context, ports);
  const visitor = await visitorOf(context, ports);
  const body = <Notice title={t('server.not-found')} about={t('server.not-found-about')} />;
  return page(context, ports, visitor, t('server.not-found'), body, 404);
}

/** Looks nothing up: the database may be what failed. */
export function failedPage(context: Context, ports: Ports, status: ContentfulStatusCode) {
  const { t } = wordsFor(context, ports);
  const body = <Notice title={t('server.failed')} about={t('server.failed-about')} />;
  return page(context, ports, null, t('server.failed'), body, status);
}

/** A page that says one thing. */
export function Notice({ title, about }: { title: string; about: string }) {
  return (
    <div class="card">
      <h1>{title}</h1>
      <p>{about}</p>
    </div>
  );
}
