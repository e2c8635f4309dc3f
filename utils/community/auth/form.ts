import type { PlainRequest } from '../connector';

/** A form as OAuth's servers take it; what is undefined is left out. */
export function formRequest(url: string, fields: Readonly<Record<string, string | undefined>>): PlainRequest {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, value);
  return {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  };
}
