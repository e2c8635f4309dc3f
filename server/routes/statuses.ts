import { type Context, Hono } from 'hono';
import { countCharacters } from '@/utils/practice/length';
import { memberOf } from '../auth/access';
import { statusEntities } from '../entities';
import { flag, many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { forbidden, invalid, notFound, Refusal } from '../problem';
import { setFavourite } from '../store/favourites';
import {
  deleteStatus,
  type NewStatus,
  postedWithKey,
  postStatus,
  repliesTo,
  type StatusRow,
  type Visibility,
  visibleStatus,
} from '../store/statuses';
import { MAX_CHARACTERS } from './instance';

const VISIBILITIES: readonly string[] = ['public', 'unlisted', 'private', 'direct'];
const LONGEST_KEY = 255;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

/** Posts: make once, read, delete, thank. */
export function statusRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.post('/api/v1/statuses', async (context) => post(context, ports));
  routes.get('/api/v1/statuses/:id', async (context) => {
    const reader = await memberOf(context, ports, 'read:statuses');
    return answerWith(context, ports, await visible(ports, context.req.param('id'), reader.id), reader.id);
  });
  routes.get('/api/v1/statuses/:id/context', async (context) => readContext(context, ports));
  routes.delete('/api/v1/statuses/:id', async (context) => remove(context, ports));
  for (const [action, on] of [
    ['favourite', true],
    ['unfavourite', false],
  ] as const) {
    routes.post(`/api/v1/statuses/:id/${action}`, async (context) => {
      const reader = await memberOf(context, ports, 'write:favourites');
      const status = await visible(ports, context.req.param('id'), reader.id);
      await setFavourite(ports.store, status.id, reader.id, on);
      return answerWith(context, ports, status, reader.id);
    });
  }
  return routes;
}

async function post(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const key = keyOf(context);
  // Before anything is judged: a post that stands is the answer, also when its parent was deleted since.
  const known = key === null ? undefined : await postedWithKey(ports.store, author.id, key);
  const posted = known ?? (await postStatus(ports.store, await newStatus(context, ports, author.id), key));
  if (posted.kind === 'gone') {
    throw new Refusal(410, 'This post was deleted; its key is never used for another', { id: posted.id });
  }
  return answerWith(context, ports, posted.status, author.id);
}

/** Never shortened: two keys would become one, and the second post would be swallowed. */
function keyOf(context: Context): string | null {
  const key = context.req.header('idempotency-key') ?? '';
  if (key.length > LONGEST_KEY) throw invalid(`Idempotency-Key is longer than ${LONGEST_KEY} characters`);
  return key === '' ? null : key;
}

async function newStatus(context: Context, ports: Ports, accountId: string): Promise<NewStatus> {
  const parameters = await readParameters(context);
  // Posting at once, or without the pictures, is not what was asked for.
  const missing = ['media_ids', 'scheduled_at'].find((name) => many(parameters, name).some(Boolean));
  if (missing !== undefined) throw invalid(`${missing} is not supported here`);
  const text = textOf(parameters);
  const inReplyToId = one(parameters, 'in_reply_to_id') ?? null;
  if (inReplyToId !== null) await visible(ports, inReplyToId, accountId);
  const language = one(parameters, 'language') ?? '';
  return {
    accountId,
    text,
    language: LANGUAGE_TAG.test(language) ? language : null,
    visibility: visibilityOf(parameters),
    inReplyToId,
    sensitive: flag(parameters, 'sensitive'),
    spoilerText: one(parameters, 'spoiler_text') ?? '',
  };
}

function textOf(parameters: Parameters): string {
  const text = (one(parameters, 'status') ?? '').replaceAll('\r\n', '\n');
  if (text.trim() === '') throw invalid("Text can't be blank");
  const length = countCharacters(text) + countCharacters(one(parameters, 'spoiler_text') ?? '');
  if (length > MAX_CHARACTERS) {
    throw invalid(`Text character limit of ${MAX_CHARACTERS} exceeded`);
  }
  return text;
}

function visibilityOf(parameters: Parameters): Visibility {
  const asked = one(parameters, 'visibility') ?? 'public';
  if (!VISIBILITIES.includes(asked)) throw invalid('Visibility is not included in the list');
  return asked as Visibility;
}

async function visible(ports: Ports, id: string, reader: string): Promise<StatusRow> {
  const status = await visibleStatus(ports.store, id, reader);
  if (status === undefined) throw notFound();
  return status;
}

async function answerWith(context: Context, ports: Ports, row: StatusRow, reader: string): Promise<Response> {
  const [status] = await statusEntities(ports, [row], reader);
  return context.json(status);
}

async function readContext(context: Context, ports: Ports): Promise<Response> {
  const reader = await memberOf(context, ports, 'read:statuses');
  const status = await visible(ports, context.req.param('id') ?? '', reader.id);
  const ancestors: StatusRow[] = [];
  for (let parent = status.in_reply_to_id; parent !== null; ) {
    const row = await visibleStatus(ports.store, parent, reader.id);
    if (row === undefined) break;
    ancestors.unshift(row);
    parent = row.in_reply_to_id;
  }
  const descendants: StatusRow[] = [];
  for (const queue = [status.id]; queue.length > 0; ) {
    const replies = await repliesTo(ports.store, queue.shift() ?? '', reader.id);
    descendants.push(...replies);
    queue.push(...replies.map(({ id }) => id));
  }
  return context.json({
    ancestors: await statusEntities(ports, ancestors, reader.id),
    descendants: await statusEntities(ports, descendants, reader.id),
  });
}

/** Answers the deleted post with its `text`, so that an app can offer to write it again. */
async function remove(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const status = await visible(ports, context.req.param('id') ?? '', author.id);
  if (status.account_id !== author.id) throw forbidden();
  const [entity] = await statusEntities(ports, [status], author.id);
  await deleteStatus(ports.store, status.id);
  return context.json({ ...entity, text: status.text });
}
