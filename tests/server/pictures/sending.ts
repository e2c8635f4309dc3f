import type { Member, Server } from '../support';

export interface Attachment {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly error?: string;
}

/** Sends a picture as an app does. */
export async function upload(
  server: Server,
  member: Member,
  bytes: Uint8Array<ArrayBuffer>,
  { description = 'Een archiefdoos', version = 'v2' } = {},
) {
  const form = new FormData();
  form.set('file', new Blob([bytes], { type: 'text/html' }), 'foto.html');
  form.set('description', description);
  const response = await server.request(`/api/${version}/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${member.token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Attachment };
}

/** Reads a file at the address that an attachment gave. */
export async function readFile(server: Server, url: string, headers: Record<string, string> = {}) {
  const response = await server.request(new URL(url).pathname, { headers });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}
