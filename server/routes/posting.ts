import { type Context, Hono } from 'hono';
import { countCharacters } from '@/utils/practice/length';
import { addresseesOf } from '../addressees';
import { memberOf } from '../auth/access';
import { tagsOf } from '../content';
import { flag, many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid, Refusal } from '../problem';
import type { Account } from '../store/accounts';
import { type NewStatus, postedWithKey, postStatus } from '../store/post-status';
import type { Visibility } from '../store/statuses';
import { MAX_CHARACTERS } from './instance';
import { answerWith, visible } from './statuses';

const VISIBILITIES: readonly string[] = ['public', 'unlisted', 'private', 'direct'];
const LONGEST_KEY = 255;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

/** Making a post, once. */
export function postingRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.post('/api/v1/statuses', async (context) => post(context, ports));
  return routes;
}

async function post(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const key = keyOf(context);
  // Before anything is judged: a post that stands is the answer, also when its parent was deleted since.
  const known = key === null ? undefined : await postedWithKey(ports.store, author.id, key);
  const posted = known ?? (await postStatus(ports.store, await newStatus(context, ports, author), key));
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

async function newStatus(context: Context, ports: Ports, author: Account): Promise<NewStatus> {
  const parameters = await readParameters(context);
  // Posting at once, or without the pictures, is not what was asked for.
  const missing = ['media_ids', 'scheduled_at'].find((name) => many(parameters, name).some(Boolean));
  if (missing !== undefined) throw invalid(`${missing} is not supported here`);
  const text = textOf(parameters);
  const inReplyToId = one(parameters, 'in_reply_to_id') ?? null;
  const parent = inReplyToId === null ? null : await visible(ports, inReplyToId, author.id);
  const { mentions, place } = await addresseesOf(ports.store, text, author, {
    parent,
    placeId: one(parameters, 'place_id') ?? null,
  });
  const visibility = visibilityOf(parameters);
  const language = one(parameters, 'language') ?? '';
  return {
    accountId: author.id,
    text,
    language: LANGUAGE_TAG.test(language) ? language : null,
    // What is said among the members of a closed place stays among them.
    visibility: place?.place?.locked === true && visibility !== 'direct' ? 'private' : visibility,
    inReplyToId,
    sensitive: flag(parameters, 'sensitive'),
    spoilerText: one(parameters, 'spoiler_text') ?? '',
    placeId: place?.id ?? null,
    mentions,
    tags: tagsOf(text).map((tag) => tag.toLowerCase()),
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
