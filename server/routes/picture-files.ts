import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { visitorOf } from '../auth/session';
import { isPass } from '../pictures/pass';
import type { Ports } from '../ports';
import { notFound, Refusal } from '../problem';
import { bytesOf, type PictureRow, pictureById } from '../store/pictures';
import { visibleStatus } from '../store/statuses';

const WEEK_S = 7 * 24 * 60 * 60;

/** The files of pictures: for whoever was shown the post a while ago, and for members who may read it. */
export function pictureFileRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/pictures/:id{[0-9]+}/:pass', async (context) => {
    const picture = await pictureById(ports.store, context.req.param('id'));
    if (picture === undefined) throw notFound();
    const mayRead =
      isPass(picture, context.req.param('pass'), ports.clock()) || (await isReader(context, ports, picture));
    if (!mayRead) throw notFound(); // as where there is none
    return answer(context, picture, await bytesOf(ports.store, picture));
  });
  return routes;
}

async function isReader(context: Context, ports: Ports, picture: PictureRow): Promise<boolean> {
  const reader = (await visitorOf(context, ports))?.account ?? (await bearerOf(context, ports));
  if (reader === null) return false;
  if (picture.status_id === null) return picture.account_id === reader.id;
  return (await visibleStatus(ports.store, picture.status_id, reader.id)) !== undefined;
}

async function bearerOf(context: Context, ports: Ports) {
  try {
    return await memberOf(context, ports, 'read:statuses');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Nothing but a picture, wherever it is opened: its bytes came from somebody else. */
function answer(context: Context, { type, id }: PictureRow, bytes: Buffer): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Content-Disposition': `inline; filename="${id}.${type.replace('image/', '')}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': `private, max-age=${WEEK_S}, immutable`,
  });
}
