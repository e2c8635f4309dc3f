import type { Practice } from '@/utils/practice/practice';
import { render } from '@/utils/practice/render';
import { aPractice, WORDINGS } from '../support/practices';
import { aMember, aServer, PASSWORD, post, type Server } from './support';
import { Visitor } from './visitor';

let count = 0;

/** Posts a practice as the extension does, and gives its id. */
export async function postPractice(
  server: Server,
  token: string,
  changes: Partial<Practice> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  count += 1;
  const practice = aPractice({ title: `Praktijk ${count}`, ...changes });
  const wording = practice.language === 'en' ? WORDINGS.en : WORDINGS.nl;
  const text = render(practice, `DG-${String(count).padStart(4, '0')}-ABCD`, wording);
  if (Object.keys(more).length === 0) return (await post(server, token, text)).body.id;
  const made = await server.request('/api/v1/statuses', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ status: text, ...more }),
  });
  return ((await made.json()) as { id: string }).id;
}

/** A server with three practices, and Anna, who is a member and signed in. */
export async function anInviter() {
  const server = await aServer();
  const { account, token } = await aMember(server);
  for (let n = 0; n < 3; n += 1) await postPractice(server, token);
  const anna = new Visitor(server);
  await anna.signIn('anna', PASSWORD);
  return { server, account, token, anna };
}

/** Has a member make a link on the page, and gives its path. */
export async function linkFrom(
  member: Visitor,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const page = await (await member.fillIn('/invitations', { days: '14', uses: '10', ...fields })).text();
  return /\/invitation\/[\w-]{43}/.exec(page)?.[0] ?? '';
}

/** The same with a link that Anna made. */
export async function anInvitation(fields: Readonly<Record<string, string>> = {}) {
  const inviter = await anInviter();
  return { ...inviter, path: await linkFrom(inviter.anna, fields) };
}
