import { type Context, Hono } from 'hono';
import { type Addressees, addresseesOf, type Called, placeGiven } from '../addressees';
import { memberOf } from '../auth/access';
import { mentionsOf, tagsOf, wordsOf } from '../content';
import { newStatusEntity } from '../entities/status';
import { flag, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid, Refusal } from '../problem';
import type { Account } from '../store/accounts';
import {
  type NewStatus,
  type Posted,
  postedWithKey,
  postStatus,
  postUnlessCalled,
} from '../store/post-status';
import type { Visibility } from '../store/statuses';
import { checkLength, contentTypeOf, languageOf, refuseUnsupported, textOf } from './post-fields';
import { picturesAsked } from './post-pictures';
import { answerWith, visiblePost } from './statuses';

const VISIBILITIES: readonly string[] = ['public', 'unlisted', 'private', 'direct'];
const LONGEST_KEY = 255;

/** Making a post, once. */
export function postingRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.post('/api/v1/statuses', async (context) => post(context, ports));
  return routes;
}

async function post(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const key = keyOf(context);
  const posted = await postOnce(context, ports, author, key);
  if (posted.kind === 'gone') {
    throw new Refusal(410, 'This post was deleted; its key is never used for another', { id: posted.id });
  }
  if (posted.kind === 'repeated') return answerWith(context, ports, posted.status, author.id);
  return context.json(await newStatusEntity(ports, posted, author));
}

/** A post that stands under the key is the answer to whatever is wrong with the request: its parent may be gone since. */
async function postOnce(
  context: Context,
  ports: Ports,
  author: Account,
  key: string | null,
): Promise<Posted> {
  const { store } = ports;
  try {
    const { said, called, given } = await readPost(context, ports, author);
    const status = addressed(said, { mentions: [], place: given ?? null });
    const posted = await postUnlessCalled(store, { status, key, called: [...called.names, ...called.tags] });
    if (posted !== undefined) return posted;
    const addressees = await addresseesOf(store, author, called, given);
    return await postStatus(store, addressed(said, addressees), key);
  } catch (refusal) {
    const known = key === null ? undefined : await postedWithKey(store, author.id, key);
    if (known !== undefined) return known;
    throw refusal;
  }
}

/** Never shortened: two keys would become one, and the second post would be swallowed. */
function keyOf(context: Context): string | null {
  const key = context.req.header('idempotency-key') ?? '';
  if (key.length > LONGEST_KEY) throw invalid(`Idempotency-Key is longer than ${LONGEST_KEY} characters`);
  return key === '' ? null : key;
}

/** What is asked, and by whom its text may call somebody. */
interface Asked {
  readonly said: Omit<NewStatus, 'mentions' | 'placeId'>;
  readonly called: Called;
  /** As `placeGiven` has it. */
  readonly given: Account | null | undefined;
}

async function readPost(context: Context, ports: Ports, author: Account): Promise<Asked> {
  const parameters = await readParameters(context);
  refuseUnsupported(parameters);
  const pictures = (await picturesAsked(ports, parameters, { author })) ?? [];
  const text = textOf(parameters, pictures.length > 0);
  const spoilerText = one(parameters, 'spoiler_text') ?? '';
  checkLength(text, spoilerText);
  const contentType = contentTypeOf(parameters);
  const words = wordsOf({ text, content_type: contentType });
  const inReplyToId = one(parameters, 'in_reply_to_id') ?? null;
  const parent = inReplyToId === null ? null : await visiblePost(ports, inReplyToId, author.id);
  const given = await placeGiven(ports.store, author, { parent, placeId: placeIdOf(parameters) });
  const tags = tagsOf(words);
  return {
    said: {
      accountId: author.id,
      text,
      contentType,
      language: languageOf(parameters),
      visibility: visibilityOf(parameters),
      inReplyToId: parent?.id ?? null,
      sensitive: flag(parameters, 'sensitive') || spoilerText !== '',
      spoilerText,
      pictures,
      tags,
    },
    called: { names: mentionsOf(words), tags: given === undefined ? tags : [] },
    given,
  };
}

function addressed(said: Asked['said'], { mentions, place }: Addressees): NewStatus {
  const staysInside = place?.place?.locked === true && said.visibility !== 'direct';
  return {
    ...said,
    // What is said among the members of a closed place stays among them.
    visibility: staysInside ? 'private' : said.visibility,
    placeId: place?.id ?? null,
    mentions,
  };
}

/** Null: none was asked for. One that cannot be read is never none: what was meant for a few would go to everybody. */
function placeIdOf(parameters: Parameters): string | null {
  const id = one(parameters, 'place_id');
  if (id !== undefined) return id;
  if (Object.keys(parameters).some((name) => /^place_id\b/.test(name))) throw invalid('place_id is no id');
  return null;
}

function visibilityOf(parameters: Parameters): Visibility {
  const asked = one(parameters, 'visibility') ?? 'public';
  if (!VISIBILITIES.includes(asked)) throw invalid('Visibility is not included in the list');
  return asked as Visibility;
}
