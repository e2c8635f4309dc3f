import type { Ports } from '../ports';
import { mentionsIn } from '../store/mentions';
import type { Version } from '../store/status-edits';
import type { StatusRow } from '../store/statuses';
import { accountEntities, accountUrl } from './account';
import { mediaEntity, picturesShown } from './media';
import { contentFields } from './status-fields';

/** Mastodon's StatusEdits: what a post said, from the first time on. */
export async function statusEditEntities(ports: Ports, post: StatusRow, versions: readonly Version[]) {
  const { origin, store } = ports;
  const accounts = await accountEntities(ports, [post.account_id]);
  const account = accounts.get(post.account_id);
  const named = (await mentionsIn(store, [post.id])).get(post.id) ?? [];
  const people = named.map(({ id, handle }) => ({
    id,
    username: handle,
    acct: handle,
    url: accountUrl(origin, handle),
  }));
  const shown = await picturesShown(ports, versions);
  return versions.map((version) => {
    const { content, spoiler_text, sensitive } = contentFields(origin, version, people, null);
    return {
      content,
      spoiler_text,
      sensitive,
      created_at: version.created_at,
      account,
      media_attachments: shown(version).map((picture) => mediaEntity(ports, picture)),
      emojis: [],
      poll: null,
      quote: null,
    };
  });
}
