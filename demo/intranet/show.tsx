/** @jsxImportSource hono/jsx */
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ask } from './context';
import { Layout } from './pages/Layout';
import { takeFlash } from './sessions';

interface Shown {
  readonly title: string;
  readonly body: Child;
  readonly status?: ContentfulStatusCode;
  readonly folderId?: string;
  readonly query?: string;
}

/** Answers with a whole page, in the visitor's language, with what is to be said once on top. */
export function show(c: Ask, { title, body, status = 200, folderId, query }: Shown) {
  const session = c.get('session');
  const person = c.get('person');
  const frame = {
    t: c.get('t'),
    language: c.get('language'),
    folders: c.get('archive').folders,
    path: c.req.method === 'GET' ? c.req.path : '/',
    flash: session === undefined ? null : takeFlash(session),
    person: person ?? null,
    folderId: folderId ?? null,
    query: query ?? '',
  };
  return c.html(
    html`<!doctype html>${(
      <Layout frame={frame} title={title}>
        {body}
      </Layout>
    )}`,
    status,
  );
}
