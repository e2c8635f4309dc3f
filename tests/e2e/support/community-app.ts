/** For an app that no page can lead back to. */
export const CODE_HERE = 'urn:ietf:wg:oauth:2.0:oob';

/** Registers an app, as anybody may; answers its id. */
export async function registerApp(origin: string, client_name: string): Promise<string> {
  const fields = { client_name, redirect_uris: CODE_HERE, scopes: 'read write' };
  const answer = await fetch(`${origin}/api/v1/apps`, { method: 'POST', body: new URLSearchParams(fields) });
  const { client_id } = (await answer.json()) as { client_id: string };
  return client_id;
}
