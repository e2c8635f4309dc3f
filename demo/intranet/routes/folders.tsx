/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Ask, addressOf, type Env, field, localPath } from '../context';
import type { DocumentRecord, Folder, Refusal } from '../model';
import { DocumentTable } from '../pages/DocumentTable';
import { UploadForm } from '../pages/forms';
import { MISHAPS } from '../sessions';
import { show } from '../show';
import { MAX_FILE_BYTES, readUpload } from '../uploads';

const RECENT = 8;
/** Room for the form around a file that is itself too large, so that the answer can be a sentence. */
const MAX_BODY = 16 * MAX_FILE_BYTES;

/** Overview, folders, search and upload. */
export function folders(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/', (c) => {
    const title = c.get('t')('intranet.overview');
    const documents = c.get('archive').recent(RECENT);
    return show(c, { title, body: <Listing c={c} title={title} documents={documents} /> });
  });
  routes.get('/folders/:folder', (c) => withFolder(c, (folder) => folderPage(c, folder)));
  routes.get('/folders/:folder/upload', (c) => withFolder(c, (folder) => uploadPage(c, folder)));
  routes.post('/folders/:folder/upload', bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), upload);
  routes.get('/search', (c) => {
    const query = (c.req.query('q') ?? '').trim();
    const t = c.get('t');
    const title = query === '' ? t('intranet.search.button') : t('intranet.search.results', { query });
    const documents = c.get('archive').search(query);
    return show(c, { title, query, body: <Listing c={c} title={title} documents={documents} /> });
  });
  routes.post('/mishap', async (c) => {
    const form = await c.req.parseBody();
    const mishap = MISHAPS.find((known) => known === field(form, 'mishap')) ?? null;
    c.get('session').mishap = mishap;
    if (mishap !== null) c.get('session').flash = { done: 'mishap', title: '' };
    return c.redirect(localPath(field(form, 'back'), '/'), 303);
  });
  return routes;
}

async function upload(c: Ask) {
  const folder = c.get('archive').folder(c.req.param('folder') ?? '');
  if (folder === undefined) return c.notFound();
  const read = await readUpload((await c.req.parseBody()).file);
  if (!read.ok) return uploadPage(c, folder, read.error);
  const { file, text } = read.value;
  const document = c.get('archive').add(folder.id, c.get('person').id, file, text);
  c.get('session').flash = { done: 'uploaded', title: document.title };
  return c.redirect(addressOf(document), 303);
}

function tooLarge(c: Ask) {
  return withFolder(c, (folder) => uploadPage(c, folder, 'file-too-large'));
}

function withFolder(c: Ask, answer: (folder: Folder) => Response | Promise<Response>) {
  const folder = c.get('archive').folder(c.req.param('folder') ?? '');
  return folder === undefined ? c.notFound() : answer(folder);
}

function folderPage(c: Ask, folder: Folder) {
  const documents = c.get('archive').inFolder(folder.id);
  return show(c, {
    title: folder.name,
    folderId: folder.id,
    body: (
      <Listing c={c} title={folder.name} documents={documents}>
        <p>{folder.about}</p>
        <p class="actions">
          <a class="button button-first" href={`/folders/${folder.id}/upload`}>
            {c.get('t')('intranet.actions.upload-here')}
          </a>
        </p>
      </Listing>
    ),
  });
}

function uploadPage(c: Ask, folder: Folder, refusal?: Refusal) {
  const t = c.get('t');
  const form = <UploadForm t={t} folder={folder} {...(refusal ? { refusal } : {})} />;
  return show(c, {
    title: t('intranet.upload.title', { folder: folder.name }),
    folderId: folder.id,
    body: form,
  });
}

interface ListingProps {
  readonly c: Ask;
  readonly title: string;
  readonly documents: readonly DocumentRecord[];
  readonly children?: unknown;
}

function Listing({ c, title, documents, children }: ListingProps) {
  return (
    <>
      <h1>{title}</h1>
      {children}
      <DocumentTable
        t={c.get('t')}
        language={c.get('language')}
        archive={c.get('archive')}
        documents={documents}
        caption={title}
      />
    </>
  );
}
