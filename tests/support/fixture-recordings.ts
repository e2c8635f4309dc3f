import type { z } from 'zod/mini';
import type { FixturesSchema } from '@/utils/activity/fixtures';
import { anEntry } from './recordings';

export type FixtureExchange = z.infer<typeof FixturesSchema>['positives'][number]['exchange'];

/** What an export holds: Chromium names the kind of request, Firefox does not; some leave bodies out. */
export type Style = 'chromium' | 'firefox' | 'firefox without bodies';

const APART_MS = 2 * 60 * 1000;
const CHROMIUM_TYPES = {
  main_frame: 'document',
  sub_frame: 'document',
  xmlhttprequest: 'xhr',
  ping: 'ping',
  other: 'other',
};
const DESTINATIONS = {
  main_frame: 'document',
  sub_frame: 'iframe',
  xmlhttprequest: 'empty',
  ping: 'empty',
  other: 'image',
};

/** The exchanges of fixtures as a browser would have recorded them, minutes apart, so that none is one act with another. */
export function entriesOf(exchanges: readonly FixtureExchange[], style: Style): unknown[] {
  return exchanges.map((exchange, index) => entryOf(exchange, index, style));
}

function entryOf(exchange: FixtureExchange, index: number, style: Style): unknown {
  const { method, url, type, status, redirect, res } = exchange;
  const postData = postDataOf(exchange);
  const sent = postData === undefined && !exchange.opaque ? {} : { 'Content-Length': '128' };
  const fetched = {
    'Sec-Fetch-Dest': DESTINATIONS[type],
    'Sec-Fetch-Mode': type === 'ping' ? 'no-cors' : type === 'main_frame' ? 'navigate' : 'cors',
  };
  const kind = postData === undefined ? {} : { 'Content-Type': postData.mimeType };
  return anEntry({
    at: new Date(index * APART_MS).toISOString(),
    type: style === 'chromium' ? CHROMIUM_TYPES[type] : null,
    request: {
      method,
      url,
      headers: pairs({ 'User-Agent': 'Mozilla/5.0', ...kind, ...sent, ...fetched, ...exchange.headers }),
      ...(postData === undefined || style === 'firefox without bodies' ? {} : { postData }),
    },
    response: {
      status,
      redirectURL: redirect ?? '',
      headers: pairs(res),
      content: { mimeType: 'text/html; charset=UTF-8' },
    },
  });
}

function postDataOf({ form, json, text }: FixtureExchange): { mimeType: string; text: string } | undefined {
  if (form !== undefined) {
    const fields = Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each]),
    );
    return { mimeType: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
  }
  if (json !== undefined) return { mimeType: 'application/json', text: JSON.stringify(json) };
  return text === undefined ? undefined : { mimeType: 'text/plain', text };
}

function pairs(headers: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
