import type { Verb } from '@/utils/activity/activity';
import { addToBurst, type Burst, endBurst } from '@/utils/activity/burst';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange } from '@/utils/activity/exchange';
import { finishActivity, type Recognition, recognise } from '@/utils/activity/recognise';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { aForm, aJson, anExchange } from './exchanges';

/** What is shipped, compiled. */
export const recipes = compileRecipes(SHIPPED_RECIPES);
/** What a system’s recipe makes of an exchange. */
export const known = (system: string, part: Partial<Exchange>): Recognition | null =>
  recognise(anExchange(part), recipes, system);
/** The verb only. */
export const verb = (system: string, part: Partial<Exchange>): Verb | null =>
  known(system, part)?.verb ?? null;
export const xhr = { type: 'xmlhttprequest' } as const;

/** Where a DokuWiki’s editor sends its form. */
export const wiki = 'http://wiki.test/doku.php?id=plan&do=edit';
export const wikiForm = (button: string) =>
  aForm({ id: 'plan', wikitext: 'a', prefix: '', suffix: '', [button]: '' });
export const page = 'http://wiki.test/doku.php?id=plan';
/** A call of a MediaWiki’s API. */
export const api = (body: Record<string, string>, part: Partial<Exchange> = {}): Partial<Exchange> => ({
  ...xhr,
  url: 'http://mw.test/api.php',
  body: aForm(body),
  ...part,
});
/** A call of a WordPress’s REST interface. */
export const rest = (path: string, body: unknown, override = 'PUT'): Partial<Exchange> => ({
  ...xhr,
  url: `http://wp.test/wp-json/wp/v2/${path}`,
  requestHeaders: { 'x-http-method-override': override },
  body: body === null ? { kind: 'none' } : aJson(body),
});
export const admin = 'http://wp.test/wp-admin';
export const dav = 'http://cloud.test/remote.php/dav';

/** One act of these exchanges, as the background makes it. */
export function burstOf(
  system: string,
  exchanges: readonly Partial<Exchange>[],
): ReturnType<typeof endBurst> {
  let burst: Burst | null = null;
  for (const part of exchanges) {
    const found = known(system, part);
    if (found !== null)
      burst = addToBurst(
        burst,
        finishActivity(found, () => null, 'an-id'),
        found.burst,
      );
  }
  return burst === null ? null : endBurst(burst);
}
