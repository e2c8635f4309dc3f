import { expect } from 'vitest';
import { identify } from '@/utils/community/auth/identify';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import { PLATFORMS } from '@/utils/community/register';
import { fail, succeed } from '@/utils/kernel/result';

export type Answer = Partial<PlainResponse> | 'silence';

/** What stands somewhere, by path; everything else is not found there. */
export function aPlace(answers: Record<string, Answer>) {
  const asked: string[] = [];
  const http = async ({ url, method, body = '' }: PlainRequest) => {
    asked.push(url);
    // Nothing is changed anywhere: XML-RPC asks by POST too.
    expect(method === 'GET' || /<methodName>\w+\.get\w+</.test(body)).toBe(true);
    const { pathname } = new URL(url);
    const answer = answers[pathname] ?? answers['*'] ?? { status: 404, text: 'no' };
    if (answer === 'silence') return fail({ kind: 'retry', applied: 'no', answered: false } as const);
    return succeed({ status: 200, headers: {}, text: '', ...answer });
  };
  return { http, asked };
}

export const INSTANCE = { text: JSON.stringify({ title: 'Huis', version: '4.4.0', configuration: {} }) };
export const page = (title: string, more = '') => ({ text: `<!doctype html><title>${title}</title>${more}` });
export const find = (answers: Record<string, Answer>, typed = 'x.example', platforms = PLATFORMS) =>
  identify(aPlace(answers).http, platforms, typed);
