import * as z from 'zod/mini';
import { readEntities } from '@/utils/practice/html';
import { bodyAs } from '../answer';
import type { PlainRequest, PlainResponse } from '../connector';
import type { NotedHttp } from '../noted-http';
import type { ConnectProblem } from './problem';

const LONGEST_NAME = 80;
/** Titles and fields stand early; a hostile page is not searched to its end. */
const MOST_SEARCHED = 100_000;
const LINKS = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })) });
const NODE = z.object({ software: z.object({ name: z.string(), version: z.string() }) });
/** Whole parts of a path or host, as in DESIGN §5.1: "lessons" and "association" are none. */
const SIGN_IN = /(?:^|[/._-])(?:login|log-in|signin|sign-in|sso|saml2?|oauth2?|adfs|cas|auth)(?:[/._?-]|$)/iu;

/** What is said of an address at which no platform was found: as precisely as can be seen from outside. */
export async function whatStandsAt(
  http: NotedHttp,
  address: URL,
  wasSilent: boolean,
): Promise<ConnectProblem> {
  const { host, href, origin } = address;
  const unknown: ConnectProblem = {
    code: wasSilent ? 'community-unreachable' : 'not-a-community',
    detail: host,
  };
  const look = await http(pageRequest(href), 'connect');
  if (!look.ok) return look.error.kind === 'retry' && !look.error.answered ? ledOn(http, address) : unknown;
  const { status, url = href, headers } = look.value;
  if (isSignIn(look.value, url)) return { code: 'found-sign-in', detail: host };
  const to = status >= 300 && status < 400 ? (headers.location ?? null) : url;
  if (to === null || !URL.canParse(to, href)) return { code: 'found-elsewhere', detail: host };
  const landed = new URL(to, href);
  if (landed.origin !== origin) return { code: 'found-moved', detail: landed.origin };
  const other = wasSilent ? null : await softwareAt(http, origin);
  if (other !== null) return { code: 'found-other', detail: other };
  const title = status === 200 ? titleOf(look.value) : '';
  return title === '' ? unknown : { code: 'found-page', detail: title };
}

/** A page that could not be read: because it leads on to where we may not go, or because nothing answers. */
async function ledOn(http: NotedHttp, { href, host }: URL): Promise<ConnectProblem> {
  const { follows: _, ...request } = pageRequest(href);
  const answer = await http(request, 'connect');
  const isLed = answer.ok && answer.value.status >= 300 && answer.value.status < 400;
  return { code: isLed ? 'found-elsewhere' : 'community-unreachable', detail: host };
}

function pageRequest(url: string): PlainRequest {
  return { method: 'GET', url, headers: { accept: 'text/html' }, follows: true };
}

function isSignIn({ status, headers, text }: PlainResponse, url: string): boolean {
  if (status === 401 && headers['www-authenticate'] !== undefined) return true;
  const { host, pathname } = new URL(url);
  const asksPassword = /<input\s[^>]{0,300}?type\s*=\s*["']?password/iu.test(text.slice(0, MOST_SEARCHED));
  return asksPassword || SIGN_IN.test(pathname) || SIGN_IN.test(host);
}

function titleOf({ text }: PlainResponse): string {
  const title = /<title[^<>]{0,200}>([^<]{0,1000})<\/title/iu.exec(text.slice(0, MOST_SEARCHED))?.[1] ?? '';
  return cut(readEntities(title));
}

/** Name and version of what a server says that it runs (NodeInfo); null where it says nothing. */
async function softwareAt(http: NotedHttp, origin: string): Promise<string | null> {
  const read = async (url: string) => {
    const answer = await http({ method: 'GET', url, headers: { accept: 'application/json' } }, 'connect');
    return answer.ok && answer.value.status === 200 ? answer.value : null;
  };
  const index = await read(`${origin}/.well-known/nodeinfo`);
  const links = index === null ? [] : (bodyAs(LINKS, index)?.links ?? []);
  const about = links.find(({ href }) => URL.canParse(href) && new URL(href).origin === origin);
  const node = about === undefined ? null : await read(about.href);
  const software = node === null ? null : (bodyAs(NODE, node)?.software ?? null);
  return software === null ? null : cut(`${software.name} ${software.version}`);
}

function cut(text: string): string {
  return [...text.replace(/\s+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('');
}
