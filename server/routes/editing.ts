import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { mentionsOf, tagsOf, wordsOf } from '../content';
import { statusEditEntities } from '../entities/status-edit';
import { flag, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { forbidden, notFound } from '../problem';
import { accountsByHandles } from '../store/accounts';
import { editStatus, versionsOf, type Wording } from '../store/status-edits';
import type { StatusRow } from '../store/statuses';
import { checkLength, contentTypeOf, languageOf, refuseUnsupported, textOf } from './post-fields';
import { answerWith, visiblePost } from './statuses';

/** Giving a post other words; what it said before, and how it was written. */
export function editingRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.put('/api/v1/statuses/:id', async (context) => edit(context, ports));
  routes.get('/api/v1/statuses/:id/history', async (context) => {
    const reader = await memberOf(context, ports, 'read:statuses');
    const post = await visiblePost(ports, context.req.param('id'), reader.id);
    return context.json(await statusEditEntities(ports, post, await versionsOf(ports.store, post)));
  });
  routes.get('/api/v1/statuses/:id/source', async (context) => {
    const reader = await memberOf(context, ports, 'read:statuses');
    const { id, text, spoiler_text, content_type } = await visiblePost(
      ports,
      context.req.param('id'),
      reader.id,
    );
    return context.json({ id, text, spoiler_text, content_type: content_type ?? 'text/plain' });
  });
  return routes;
}

/** Where it stands and who may read it stay as they are. */
async function edit(context: Context, ports: Ports): Promise<Response> {
  const author = await memberOf(context, ports, 'write:statuses');
  const before = await visiblePost(ports, context.req.param('id') ?? '', author.id);
  if (before.account_id !== author.id) throw forbidden();
  const wording = wordingOf(await readParameters(context), before);
  const words = wordsOf(wording);
  const named = await accountsByHandles(ports.store, mentionsOf(words));
  const edited = await editStatus(ports.store, before.id, wording, {
    mentions: named.filter(({ place }) => place === null).map(({ id }) => id),
    tags: tagsOf(words),
  });
  if (edited === undefined) throw notFound();
  return answerWith(context, ports, edited, author.id);
}

/** What is not given stays as it was. */
function wordingOf(parameters: Parameters, before: StatusRow): Wording {
  refuseUnsupported(parameters);
  const text = 'status' in parameters ? textOf(parameters) : before.text;
  const spoilerText =
    'spoiler_text' in parameters ? (one(parameters, 'spoiler_text') ?? '') : before.spoiler_text;
  checkLength(text, spoilerText);
  const sensitive = 'sensitive' in parameters ? flag(parameters, 'sensitive') : before.sensitive === 1;
  return {
    text,
    content_type: contentTypeOf(parameters, before.content_type),
    spoiler_text: spoilerText,
    sensitive: sensitive || spoilerText !== '' ? 1 : 0,
    language: languageOf(parameters) ?? before.language,
  };
}
