import type { Purpose } from '@/utils/privacy/ledger-row';
import type { SeenRequest } from './recording-proxy';

/** What a request to a community is for, read from the request alone: nothing of ours is asked. */
const FOR: readonly (readonly [RegExp, Purpose])[] = [
  [/^GET \/api\/v2\/instance$/, 'connect'],
  [/^GET \/\.well-known\/oauth-authorization-server$/, 'connect'],
  [/^POST \/api\/v1\/apps$/, 'connect'],
  [/^POST \/oauth\/token$/, 'connect'],
  [/^GET \/api\/v1\/accounts\/verify_credentials$/, 'connect'],
  [/^GET \/api\/v1\/accounts\/\w+\/following$/, 'places'],
  [/^GET \/api\/v1\/accounts\/\w+\/statuses$/, 'look'],
  [/^GET \/api\/v1\/announcements$/, 'read'],
  [/^GET \/api\/v1\/timelines\/(public|home)$/, 'read'],
  [/^POST \/api\/v1\/statuses\/\w+\/favourite$/, 'thank'],
  [/^POST \/api\/v1\/statuses$/, 'send'],
  [/^PUT \/api\/v1\/statuses\/\w+$/, 'correct'],
  [/^DELETE \/api\/v1\/statuses\/\w+$/, 'withdraw'],
];

/** What Chromium fetches for itself, of whichever page. */
const BROWSERS_OWN = /\/(opensearch\.php|favicon\.ico)$/;

/** How often something left for an origin, by what it was for, as `http://origin purpose`. */
export type Left = Readonly<Record<string, number>>;

/**
 * What left of the extension, among everything that left the browser: it is neither a page that was opened nor
 * something that a page asked for, but for the page on which one signs in, which the extension opens.
 */
export function leftOfExtension(requests: readonly SeenRequest[]): Left {
  return counted(
    requests.filter(isLocal).flatMap((request) => {
      const url = new URL(request.url);
      const purpose = purposeOf(request, url.pathname);
      return purpose === null ? [] : [`${url.origin} ${purpose}`];
    }),
  );
}

/** Hosts that the browser reached for and that are not on this machine: encrypted, so nothing more is known of it. */
export function hostsElsewhere(requests: readonly SeenRequest[]): string[] {
  return [...new Set(requests.filter((request) => !isLocal(request)).map(({ url }) => hostOf(url)))];
}

export function counted(each: readonly string[]): Left {
  return Object.fromEntries(
    [...new Set(each)].sort().map((one) => [one, each.filter((it) => it === one).length]),
  );
}

function purposeOf(request: SeenRequest, path: string): string | null {
  const [method = '', headers] = headOf(request);
  const isNavigation = headers.has('upgrade-insecure-requests');
  const isOfPage = headers.has('referer') || headers.has('cookie');
  if (isNavigation) return path === '/oauth/authorize' && !isOfPage ? 'sign-in' : null;
  if (headers.has('referer') || BROWSERS_OWN.test(path)) return null;
  return FOR.find(([form]) => form.test(`${method} ${path}`))?.[1] ?? `unknown: ${method} ${path}`;
}

function headOf({ bytes }: SeenRequest): readonly [method: string | undefined, names: ReadonlySet<string>] {
  const [first = '', ...lines] = bytes.toString('latin1').split('\n');
  return [
    first.split(' ')[0],
    new Set(lines.filter((_line, index) => index % 2 === 0).map((name) => name.toLowerCase())),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) && url.includes('://') ? new URL(url).hostname : (url.split(':')[0] ?? '');
}

function isLocal({ url }: SeenRequest): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1|[^/]*\.test)(:|\/)/.test(url);
}
