import type { Account, Operation, PlainRequest } from '@/utils/community/connector';

/** The request for an operation; pure, and always to the account's own origin. */
export function buildRequest(operation: Operation, { base, token }: Account): PlainRequest {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  const to = (method: PlainRequest['method'], path: string, body?: unknown): PlainRequest => ({
    method,
    url: `${base}/api/${path}`,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const note = (id: string, rest = ''): string => `notes/${encodeURIComponent(id)}${rest}`;
  switch (operation.verb) {
    case 'me':
      return to('GET', 'me');
    case 'send':
      return operation.edits === undefined
        ? to('POST', 'notes', { text: operation.text, answers: operation.replyTo ?? null })
        : to('PUT', note(operation.edits), { text: operation.text });
    case 'find':
      return to('GET', `notes?${pageQuery(operation)}`);
    case 'thread':
      return to('GET', note(operation.postId, '/replies'));
    case 'mark':
      return to(operation.on ? 'PUT' : 'DELETE', note(operation.postId, '/thanks'));
    case 'remove':
      return to('DELETE', note(operation.postId));
    default:
      // What its capabilities do not offer is never asked; of those that are left `about` tells all.
      return to('GET', 'about');
  }
}

function pageQuery({ authorId, cursor }: Extract<Operation, { verb: 'find' }>): string {
  return new URLSearchParams({
    ...(authorId === null ? {} : { by: authorId }),
    ...(cursor === undefined ? {} : { before: cursor }),
  }).toString();
}
