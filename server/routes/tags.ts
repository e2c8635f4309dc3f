import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { isTag, tagName } from '../content';
import { tagEntity } from '../entities/tag';
import { readParameters } from '../parameters';
import type { Ports } from '../ports';
import { notFound } from '../problem';
import { followedAmong, followedTags, setTagFollowed } from '../store/followed-tags';
import { addPageLinks, pageOf } from './page-links';

/** Topics, and following them. */
export function tagRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v1/tags/:name', async (context) => {
    const reader = await memberOf(context, ports, 'read:follows');
    const tag = tagOf(context);
    const followed = await followedAmong(ports.store, reader.id, [tag]);
    return context.json(tagEntity(ports, tag, followed.has(tag)));
  });
  for (const [action, on] of [
    ['follow', true],
    ['unfollow', false],
  ] as const) {
    routes.post(`/api/v1/tags/:name/${action}`, async (context) => {
      const reader = await memberOf(context, ports, 'write:follows');
      const tag = tagOf(context);
      await setTagFollowed(ports.store, reader.id, tag, on);
      return context.json(tagEntity(ports, tag, on));
    });
  }
  routes.get('/api/v1/followed_tags', async (context) => {
    const reader = await memberOf(context, ports, 'read:follows');
    const page = pageOf(await readParameters(context), MOST_FOLLOWED);
    const rows = await followedTags(ports.store, reader.id, page);
    addPageLinks(
      context,
      ports.origin,
      rows.map(({ id }) => id),
      page.limit,
    );
    return context.json(rows.map(({ tag }) => tagEntity(ports, tag, true)));
  });
  return routes;
}

/** Apps ask for all of them at once. */
const MOST_FOLLOWED = { usual: 100, most: 200 };

function tagOf(context: Context): string {
  const name = tagName(context.req.param('name') ?? '');
  if (!isTag(name)) throw notFound();
  return name;
}
