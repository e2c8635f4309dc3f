import { compileRecipes } from '@/utils/activity/compile';
import { readHar } from '@/utils/activity/har';
import { recogniseRecording } from '@/utils/activity/recognise-har';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aRecording } from './recordings';

const recipes = compileRecipes(SHIPPED_RECIPES);

/** As `npm run recognise` tells it: verb, title, link, entry. */
export function told(entries: readonly unknown[]): unknown[] {
  const recording = readHar(aRecording(entries));
  if (!recording.ok) throw new Error(recording.error.field);
  return recogniseRecording(recording.value, recipes, null).map(({ verb, title, link, system, entry, n }) => [
    system,
    verb,
    title,
    link,
    entry,
    ...(n === undefined ? [] : [n]),
  ]);
}

type Headers = Readonly<Record<string, string>>;
const pairs = (headers: Headers) => Object.entries(headers).map(([name, value]) => ({ name, value }));

export interface Part {
  readonly minute: number;
  readonly method?: string;
  readonly url: string;
  readonly headers?: Headers;
  readonly body?: string | undefined;
  readonly status?: number;
  readonly answer?: Headers;
  readonly html?: string;
}

/** What both browsers write of an entry. */
function common({ minute, method = 'GET', url, headers = {}, status = 200, answer = {}, html }: Part) {
  return {
    startedDateTime: new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString(),
    time: 41,
    cache: {},
    timings: { send: 1, wait: 30, receive: 10 },
    request: {
      method,
      url,
      httpVersion: 'HTTP/2',
      headers: pairs({ accept: '*/*', ...headers }),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      cookies: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/2',
      headers: pairs(answer),
      cookies: [],
      content:
        html === undefined
          ? { size: 0, mimeType: 'text/html; charset=UTF-8' }
          : { size: html.length, mimeType: 'text/html', text: html },
      redirectURL: answer.location ?? '',
      headersSize: -1,
      bodySize: -1,
    },
  };
}

const isPage = ({ html, headers }: Part): boolean =>
  html !== undefined || headers?.['content-type'] === 'application/x-www-form-urlencoded';

export function chromium(part: Part): unknown {
  const entry = common(part);
  const postData =
    part.body === undefined
      ? {}
      : { postData: { mimeType: part.headers?.['content-type'] ?? '', text: part.body } };
  return {
    _initiator: { type: 'script' },
    _priority: 'High',
    _resourceType: isPage(part) ? 'document' : 'xhr',
    pageref: 'page_1',
    ...entry,
    request: { ...entry.request, ...postData },
  };
}

/** Firefox names no kind of request, and writes forms as parameters. */
export function firefox(part: Part): unknown {
  const entry = common(part);
  const params = [...new URLSearchParams(part.body ?? '')].map(([name, value]) => ({ name, value }));
  const mimeType = part.headers?.['content-type'] ?? '';
  const fetched = isPage(part)
    ? { 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }
    : { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' };
  const postData = part.body === undefined ? {} : { postData: { mimeType, params, text: part.body } };
  return {
    pageref: 'page_1',
    ...entry,
    request: { ...entry.request, headers: [...entry.request.headers, ...pairs(fetched)], ...postData },
  };
}
