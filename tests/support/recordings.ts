/** A part of a HAR entry, as loosely as browsers write it. */
interface EntryPart {
  readonly at?: string;
  readonly type?: string | null;
  readonly request?: Record<string, unknown>;
  readonly response?: Record<string, unknown>;
}

/** One entry of a recording: a GET of http://dms.test/ that was answered with 200, but for what is said. */
export function anEntry({
  at = '2026-11-24T10:00:00.000Z',
  type = 'document',
  request,
  response,
}: EntryPart) {
  return {
    startedDateTime: at,
    ...(type === null ? {} : { _resourceType: type }),
    request: { method: 'GET', url: 'http://dms.test/', headers: [], cookies: [], ...request },
    response: { status: 200, redirectURL: '', headers: [], content: {}, ...response },
  };
}

/** The text of a HAR file with these entries. */
export function aRecording(entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } });
}
