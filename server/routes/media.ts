import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { makeSecret } from '../auth/secrets';
import { LARGEST_PICTURE, LONGEST_DESCRIPTION, MOST_PIXELS } from '../entities/instance';
import { mediaEntity } from '../entities/media';
import { one, readParameters } from '../parameters';
import type { CleanPicture } from '../pictures/bytes';
import { cleanPicture } from '../pictures/clean';
import type { Ports } from '../ports';
import { invalid, notFound, Refusal } from '../problem';
import { addPicture, describePicture, type PictureRow, pictureById, removeUnshown } from '../store/pictures';
import { pictureFileRoutes } from './picture-files';

/** Sending pictures before the post that shows them. They are ready at once, so both versions answer alike. */
export function mediaRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.route('/', pictureFileRoutes(ports));
  for (const version of ['v1', 'v2'])
    routes.post(`/api/${version}/media`, async (context) => upload(context, ports));
  routes.get('/api/v1/media/:id', async (context) =>
    context.json(mediaEntity(ports, await ownPicture(context, ports))),
  );
  routes.put('/api/v1/media/:id', async (context) => describe(context, ports));
  routes.delete('/api/v1/media/:id', async (context) => {
    const { id } = await ownPicture(context, ports);
    if (!(await removeUnshown(ports.store, id)))
      throw new Refusal(422, 'Media attachment is currently used by a status');
    return context.json({});
  });
  return routes;
}

async function upload(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:media');
  const picture = await readFile(context);
  const description = checked(one(await readParameters(context), 'description') ?? '');
  const secret = makeSecret(ports.randomBytes);
  const row = await addPicture(ports.store, { accountId: author.id, secret, description, picture });
  return context.json(mediaEntity(ports, row));
}

/** What the file is, is seen in it: neither its name nor what the app calls it counts. */
async function readFile(context: Context): Promise<CleanPicture> {
  const file = (await formOf(context)).get('file');
  if (file === null || typeof file === 'string') throw invalid("File can't be blank");
  if (file.size > LARGEST_PICTURE) throw invalid(`File file size must be less than ${LARGEST_PICTURE} bytes`);
  const picture = cleanPicture(new Uint8Array(await file.arrayBuffer()));
  if (picture === null) throw invalid('File content type is invalid, File is invalid');
  if (picture.width * picture.height > MOST_PIXELS)
    throw invalid(`File ${picture.width}x${picture.height} images are not supported`);
  return picture;
}

async function formOf(context: Context): Promise<FormData> {
  if (!(context.req.header('content-type') ?? '').includes('form')) return new FormData();
  try {
    return await context.req.formData();
  } catch {
    throw new Refusal(400, 'The body is no form');
  }
}

async function describe(context: Context, ports: Ports): Promise<Response> {
  const picture = await ownPicture(context, ports);
  const parameters = await readParameters(context);
  const description = checked(one(parameters, 'description') ?? '');
  if ('description' in parameters) await describePicture(ports.store, picture.id, description);
  return context.json(mediaEntity(ports, await ownPicture(context, ports)));
}

/** What a picture shows, in words; refuses what is longer than one may be. */
export function checked(description: string): string {
  if ([...description].length > LONGEST_DESCRIPTION)
    throw invalid(`Description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`);
  return description;
}

async function ownPicture(context: Context, ports: Ports): Promise<PictureRow> {
  const author = await memberOf(context, ports, 'write:media');
  const picture = await pictureById(ports.store, context.req.param('id') ?? '');
  if (picture === undefined || picture.account_id !== author.id) throw notFound();
  return picture;
}
