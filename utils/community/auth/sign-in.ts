import type { RandomBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { PlainRequest, PlainResponse } from '../connector';
import type { NotedHttp } from '../noted-http';
import {
  applicationRequest,
  authorizeUrl,
  metadataRequest,
  newAttempt,
  readApplication,
  readEndpoints,
  readRedirect,
  readToken,
  tokenRequest,
} from './oauth';

/** The browser's part of a sign-in (`identity.launchWebAuthFlow`). */
export interface SignInWindow {
  /** Where sign-in comes back to. */
  readonly redirectUri: string;
  /** Shows the page and gives the address that it came back to; null where the person closed it or it did not load. */
  readonly launch: (url: string) => Promise<string | null>;
}

export interface SignInPorts {
  readonly http: NotedHttp;
  readonly window: SignInWindow;
  readonly bytes?: RandomBytes;
  /** BCP 47: what the sign-in page should speak, where the platform can be told. */
  readonly language?: string;
}

export type SignInProblem = 'community-unreachable' | 'sign-in-refused' | 'sign-in-failed';

/** Has the person sign in at an origin for some scopes and gives the token: application, consent, code (RFC 6749, 7636). */
export async function signIn(
  { http, window, bytes, language }: SignInPorts,
  origin: string,
  scopes: string,
): Promise<Result<string, SignInProblem>> {
  const wanted = { redirectUri: window.redirectUri, scopes, language };
  const endpoints = await ask(http, metadataRequest(origin), (answer) => readEndpoints(answer, origin));
  if (!endpoints.ok) return endpoints;
  const application = await ask(http, applicationRequest(origin, wanted), readApplication);
  if (!application.ok) return application;
  const attempt = await newAttempt(bytes);
  const url = authorizeUrl(endpoints.value, application.value, attempt, wanted);
  const address = await window.launch(url);
  if (address === null) return fail('sign-in-refused');
  const code = readRedirect(address, wanted.redirectUri, attempt);
  if (!code.ok) return code;
  return ask(http, tokenRequest(endpoints.value, application.value, attempt, code.value, wanted), readToken);
}

async function ask<Value>(
  http: NotedHttp,
  request: PlainRequest,
  read: (answer: PlainResponse) => Value | null,
): Promise<Result<Value, SignInProblem>> {
  const answer = await http(request, 'connect');
  if (!answer.ok) return fail('community-unreachable');
  const value = read(answer.value);
  return value === null ? fail('sign-in-failed') : succeed(value);
}
