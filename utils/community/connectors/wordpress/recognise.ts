import * as z from 'zod/mini';
import { bodyAs } from '../../answer';
import type { PlainResponse } from '../../connector';
import type { Recogniser } from '../../platform';
import { READABLE } from './build';
import { SiteSchema } from './shapes';

const FIELDS = 'name,namespaces,authentication';

/**
 * By its REST API, at the readable address and at the one that every site has. Which of them answered is told by what
 * was asked there: only a readable address is asked for `home`.
 */
export const recognise: Recogniser = {
  probes: (base) => {
    const site = siteOf(base);
    const [method, headers] = ['GET', { accept: 'application/json' }] as const;
    return [
      { method, headers, url: `${site}${READABLE}/?_fields=${FIELDS},home` },
      { method, headers, url: `${site}/?rest_route=/&_fields=${FIELDS}` },
    ];
  },
  read: (response, base) => {
    const site = response.status === 200 ? bodyAs(SiteSchema, response) : null;
    if (site?.namespaces.includes('wp/v2') !== true) return null;
    const allowsAt = site.authentication?.['application-passwords']?.endpoints?.authorization;
    return {
      base: siteOf(base) + (site.home === null ? '' : READABLE),
      name: site.name.trim(),
      version: '',
      ...(typeof allowsAt === 'string' ? { allowsAt } : {}),
    };
  },
};

function siteOf(base: string): string {
  return base.replace(/\/(?:wp-json|wp-admin|wp-login\.php|index\.php).*$/u, '');
}

const KeySchema = z.lazy(() => z.object({ uuid: z.string().check(z.regex(/^[\w-]+$/u)) }));

/** Which of the account's passwords is ours. */
export function readKeyId(response: PlainResponse): string | null {
  return response.status === 200 ? (bodyAs(KeySchema, response)?.uuid ?? null) : null;
}
