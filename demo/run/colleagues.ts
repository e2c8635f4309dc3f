import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Text } from '@/utils/language';
import type { Member } from './data-folder';
import { tokenOf } from './read-back';
import type { Stage } from './stage';

const LINK = /http\S+\/invitation\/\S+/;

const POSTS = [
  { title: 'welcome.example-1-title', text: 'welcome.example-1-did', label: 'practice.did' },
  { title: 'welcome.example-2-title', text: 'welcome.example-2-did', label: 'practice.did' },
  { title: 'welcome.example-3-title', text: 'welcome.example-3-did', label: 'practice.did' },
  { title: 'demo.question-title', text: 'demo.question-did', label: 'practice.question' },
] as const;

/** Three practices and a question, in the form in which the extension sends them, each with its reference. */
export function colleaguesPosts(t: Text): readonly { readonly text: string; readonly reference: string }[] {
  return POSTS.map(({ title, text, label }, index) => {
    const reference = `DG-DEM0-000${index + 1}`;
    return { text: [t(title), `${t(label)}: ${t(text)}`, `Ref. ${reference}`].join('\n\n'), reference };
  });
}

/**
 * Has others join and share something, once: a community in which nobody wrote helps no newcomer. Only after the person:
 * the first who joins is the coordinator.
 */
export async function settleColleagues(stage: Stage): Promise<void> {
  const { folder, servers, t } = stage;
  if (folder.settled) return;
  const invitation = await invite(stage);
  const posts = colleaguesPosts(t);
  for (const [place, colleague] of folder.colleagues.entries()) {
    await join(stage, invitation, colleague);
    const token = await tokenOf(servers.community, colleague, 'read write');
    const own = posts.filter((_post, index) => index % folder.colleagues.length === place);
    for (const { text, reference } of own) await post(stage, token, text, reference);
  }
  folder.remember({ settled: true });
}

/** A link from the operator's own command, as any community begins. */
async function invite({ servers, folder }: Stage): Promise<string> {
  const args = ['--import', 'tsx', 'server/main.ts', 'invite', '--data', folder.community];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--origin', servers.community]);
  return LINK.exec(stdout)?.[0] ?? '';
}

/** A start that was interrupted may have had them join already: signing in tells. */
async function join(
  { servers }: Stage,
  invitation: string,
  { displayName, handle, password }: Member,
): Promise<void> {
  const body = new URLSearchParams({ displayName, handle, password });
  await fetch(`${invitation}/join`, {
    method: 'POST',
    body,
    headers: { origin: servers.community },
    redirect: 'manual',
  });
}

/** The same key on every try: whatever was interrupted, it stands there once. */
async function post({ servers, language }: Stage, token: string, status: string, key: string): Promise<void> {
  const answer = await fetch(`${servers.community}/api/v1/statuses`, {
    method: 'POST',
    body: new URLSearchParams({ status, language }),
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });
  if (!answer.ok) throw new Error(`POST /api/v1/statuses: ${answer.status}`);
}
