/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type Ask, addressOf, type Env, field } from '../context';
import type { DocumentRecord, Refusal } from '../model';
import { DocumentPage } from '../pages/DocumentPage';
import { DeleteForm, EditForm, MoveForm } from '../pages/forms';
import { type Flash, takeMishap } from '../sessions';
import { show } from '../show';

/** Reading a document and everything that changes one. */
export function documents(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/documents/:id', (c) => withDocument(c, (document) => documentPage(c, document)));
  routes.get('/documents/:id/file', (c) => withDocument(c, (document) => download(c, document)));
  routes.get('/documents/:id/edit', (c) => withDocument(c, (document) => editPage(c, document)));
  routes.post('/documents/:id/edit', (c) => withDocument(c, (document) => edit(c, document)));
  routes.post('/documents/:id/publish', (c) => withDocument(c, (document) => publish(c, document)));
  routes.post('/documents/:id/approve', (c) => withDocument(c, (document) => approve(c, document)));
  routes.get('/documents/:id/move', (c) => withDocument(c, (document) => movePage(c, document)));
  routes.post('/documents/:id/move', (c) => withDocument(c, (document) => move(c, document)));
  routes.get('/documents/:id/delete', (c) => withDocument(c, (document) => deletePage(c, document)));
  routes.post('/documents/:id/delete', (c) => withDocument(c, (document) => remove(c, document)));
  return routes;
}

function withDocument(c: Ask, answer: (document: DocumentRecord) => Response | Promise<Response>) {
  const document = c.get('archive').document(c.req.param('id') ?? '');
  return document === undefined ? c.notFound() : answer(document);
}

/** To a page, with a sentence for it to say once. */
function done(c: Ask, to: string, what: Flash['done'], { title }: DocumentRecord) {
  c.get('session').flash = { done: what, title };
  return c.redirect(to, 303);
}

function page(c: Ask, document: DocumentRecord, title: string, body: Child) {
  return show(c, { title, body, folderId: document.folderId });
}

function documentPage(c: Ask, document: DocumentRecord, refusal?: Refusal) {
  const { t, language, archive } = c.var;
  const refused = refusal === undefined ? {} : { refusal };
  const body = <DocumentPage t={t} language={language} archive={archive} document={document} {...refused} />;
  return page(c, document, document.title, body);
}

/** Always as a download: what people upload is never shown by this site as a page of its own. */
function download(c: Ask, { file }: DocumentRecord) {
  if (file === null) return c.notFound();
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  c.header('Content-Type', 'application/octet-stream');
  return c.body(Buffer.from(file.base64, 'base64'));
}

interface Typed {
  readonly title: string;
  readonly text: string;
  readonly version: number;
  readonly preview?: boolean;
  readonly refusal?: Refusal;
}

function editPage(c: Ask, document: DocumentRecord, typed: Typed = document) {
  const t = c.get('t');
  const { title, text, version, preview = false } = typed;
  const refused = typed.refusal === undefined ? {} : { refusal: typed.refusal };
  const form = { t, document, title, text, version, preview, ...refused };
  return page(c, document, t('intranet.edit.page', { title: document.title }), <EditForm {...form} />);
}

async function edit(c: Ask, document: DocumentRecord) {
  const form = await c.req.parseBody();
  const action = field(form, 'action');
  if (action === 'cancel') return c.redirect(addressOf(document), 303);
  // A form sends line ends as CRLF; what is kept has the plain ones.
  const text = field(form, 'text').replaceAll('\r\n', '\n');
  const version = Number(field(form, 'version') || document.version);
  const typed = { title: field(form, 'title'), text, version };
  if (action !== 'save') return editPage(c, document, { ...typed, preview: true });
  if (takeMishap(c.get('session'), 'conflict')) {
    return editPage(c, document, { ...typed, refusal: 'changed-elsewhere' });
  }
  const edited = c.get('archive').edit(document, c.get('person').id, typed);
  if (!edited.ok) return editPage(c, document, { ...typed, refusal: edited.error });
  return done(c, addressOf(document), 'saved', edited.value);
}

function publish(c: Ask, document: DocumentRecord) {
  const published = c.get('archive').publish(document, c.get('person').id);
  if (!published.ok) return documentPage(c, document, published.error);
  return done(c, addressOf(document), 'published', document);
}

/** Answers 200 whatever was decided, as many systems do: the page shows how it went. */
async function approve(c: Ask, document: DocumentRecord) {
  const asked: unknown = await c.req.json().catch(() => null);
  const decision = asked !== null && typeof asked === 'object' && 'decision' in asked ? asked.decision : null;
  if (decision !== 'approve' && decision !== 'reject') return c.json({ ok: false, message: '' }, 400);
  const t = c.get('t');
  const decided = c.get('archive').decide(document, c.get('person').id, decision);
  if (!decided.ok)
    return c.json({ ok: false, message: t(`intranet.refusals.${decided.error}`, { detail: '' }) });
  const { title, state } = decided.value;
  const message = t(`intranet.done.${decision}`, { title });
  return c.json({ ok: true, message, state: t(`intranet.states.${state}`) });
}

function movePage(c: Ask, document: DocumentRecord, refusal?: Refusal) {
  const { t, archive } = c.var;
  const refused = refusal === undefined ? {} : { refusal };
  const body = <MoveForm t={t} document={document} folders={archive.folders} {...refused} />;
  return page(c, document, t('intranet.move.title', { title: document.title }), body);
}

async function move(c: Ask, document: DocumentRecord) {
  const form = await c.req.parseBody();
  if (field(form, 'action') !== 'save') return c.redirect(addressOf(document), 303);
  const moved = c.get('archive').move(document, c.get('person').id, field(form, 'folder'));
  return moved.ok ? done(c, addressOf(document), 'moved', document) : movePage(c, document, moved.error);
}

function deletePage(c: Ask, document: DocumentRecord, refusal?: Refusal) {
  const t = c.get('t');
  const refused = refusal === undefined ? {} : { refusal };
  const title = t('intranet.delete.title', { title: document.title });
  return page(c, document, title, <DeleteForm t={t} document={document} {...refused} />);
}

async function remove(c: Ask, document: DocumentRecord) {
  const folder = `/folders/${document.folderId}`;
  if (field(await c.req.parseBody(), 'confirm') !== 'yes') return c.redirect(folder, 303);
  const removed = c.get('archive').remove(document);
  return removed.ok ? done(c, folder, 'deleted', document) : deletePage(c, document, removed.error);
}
