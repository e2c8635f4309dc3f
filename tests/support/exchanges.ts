import type { Activity } from '@/utils/activity/activity';
import { compileRecipes } from '@/utils/activity/compile';
import type { Exchange, ExchangeBody } from '@/utils/activity/exchange';
import type { Recipe, Signal } from '@/utils/activity/recipe';
import { finishActivity, recognise } from '@/utils/activity/recognise';
import type { PageAnswer } from '@/utils/activity/sources';

/** A form post in tab 1 of http://dms.test that was answered with 200, but for what is said. */
export function anExchange(part: Partial<Exchange> = {}): Exchange {
  return {
    method: 'POST',
    url: 'http://dms.test/documents/7/edit',
    type: 'main_frame',
    tabId: 1,
    initiator: 'http://dms.test',
    requestHeaders: {},
    body: { kind: 'none' },
    status: 200,
    responseHeaders: {},
    redirect: null,
    at: 1_000,
    ...part,
  };
}

/** A form's body: one value a field, or several. */
export function aForm(fields: Readonly<Record<string, string | readonly string[]>>): ExchangeBody {
  const pairs = Object.entries(fields).map(([name, value]) => [name, [value].flat()] as const);
  return { kind: 'form', fields: Object.fromEntries(pairs) };
}

/** A JSON body, as the browser sends it. */
export function aJson(value: unknown): ExchangeBody {
  return { kind: 'json', value, text: JSON.stringify(value) };
}

/** A recipe of one signal that any POST answered with 200 proves, but for what is said. */
export function aRecipe(signal: Partial<Signal> = {}, part: Partial<Recipe> = {}): Recipe {
  return {
    v: 1,
    id: 'a-dms',
    name: 'A DMS',
    site: { any: [{ dom: '#dms' }] },
    signals: [{ do: 'edit', when: { method: 'POST', status: 200 }, ...signal }],
    ...part,
  };
}

/** What a recipe that is bound to the site makes of an exchange, the page having answered; null: nothing. */
export function activityIn(
  exchange: Exchange,
  recipe: Recipe,
  page: PageAnswer = () => null,
): Activity | null {
  const recognition = recognise(exchange, compileRecipes([recipe]), recipe.id);
  return recognition === null ? null : finishActivity(recognition, page, 'an-activity');
}
