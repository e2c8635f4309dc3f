import type { Activity, Verb } from './activity';
import { addToBurst, type Burst, burstEndsAt, endBurst } from './burst';
import type { CompiledRecipes } from './compile';
import type { RecordedExchange } from './har';
import { findSelectors } from './html-markers';
import type { BurstRule } from './recipe';
import { finishActivity, recognise } from './recognise';
import { recordedPages } from './recorded-pages';
import { chooseRecipe, cluesOf, selectorsOf } from './site-markers';

/** One line of `npm run recognise`. */
export interface RecordedActivity {
  readonly verb: Verb;
  readonly title: string;
  readonly link: string | null;
  readonly system: string;
  /** Index in `log.entries` of the exchange that proves it. */
  readonly entry: number;
  readonly at: string;
  /** How many things, where it was a burst of several. */
  readonly n?: number;
  /** The recipe wants a look at the page, or no site marker was seen. */
  readonly unconfirmed?: true;
}

interface Proof {
  readonly entry: number;
  readonly unconfirmed: boolean;
}

interface Open {
  readonly burst: Burst;
  readonly proofs: ReadonlyMap<string, Proof>;
}

/** The activities in a recording, by the same engine that runs in the browser. `forced` binds every origin to it. */
export function recogniseRecording(
  recording: readonly RecordedExchange[],
  recipes: CompiledRecipes,
  forced: string | null,
): RecordedActivity[] {
  const bound = forced === null ? bindOrigins(recording, recipes) : null;
  // A recipe whose evidence is thin claims nothing that no marker speaks for.
  const sure = new Map([...recipes].filter(([, { recipe }]) => recipe.confidence !== 'low'));
  const open = new Map<string, Open>();
  const found: RecordedActivity[] = [];
  const close = (ended: (burst: Burst, key: string) => boolean): void => {
    for (const [key, { burst, proofs }] of open) {
      if (!ended(burst, key)) continue;
      open.delete(key);
      found.push(...reported(endBurst(burst), proofs));
    }
  };
  const inOrder = [...recording].sort((a, b) => a.exchange.at - b.exchange.at);
  const pageAt = recordedPages(inOrder);
  for (const [index, { exchange, entry }] of inOrder.entries()) {
    const { origin } = new URL(exchange.url);
    close((burst) => (burstEndsAt(burst) ?? Number.POSITIVE_INFINITY) <= exchange.at);
    if (exchange.type === 'main_frame' && exchange.redirect === null) {
      close(({ rule }, key) => rule.until === 'leave' && key.endsWith(` ${origin}`));
    }
    const recipeId = forced ?? bound?.get(origin) ?? null;
    const recognition = recognise(exchange, recipeId === null ? sure : recipes, recipeId);
    if (recognition === null) continue;
    const key = `${recognition.recipeId} ${recognition.site}`;
    const activity = finishActivity(recognition, pageAt(index), String(entry));
    const isSure = recipeId !== null && sure.has(recognition.recipeId);
    const unconfirmed = !isSure || recognition.confirm !== null;
    open.set(key, joined(open.get(key), activity, recognition.burst, { entry, unconfirmed }));
  }
  close(() => true);
  return found.sort((a, b) => a.entry - b.entry);
}

function joined(open: Open | undefined, activity: Activity, rule: BurstRule, proof: Proof): Open {
  return {
    burst: addToBurst(open?.burst ?? null, activity, rule),
    proofs: new Map([...(open?.proofs ?? []), [activity.id, proof]]),
  };
}

function reported(activity: Activity | null, proofs: Open['proofs']): RecordedActivity[] {
  const proof = activity === null ? undefined : proofs.get(activity.id);
  if (activity === null || proof === undefined) return [];
  const { verb, title, link, system, count, at } = activity;
  return [
    {
      verb,
      title,
      link,
      system,
      entry: proof.entry,
      at: new Date(at).toISOString(),
      ...(count > 1 ? { n: count } : {}),
      ...(proof.unconfirmed ? { unconfirmed: true as const } : {}),
    },
  ];
}

/** What a page says itself, then addresses, which other systems may have as well, then cookies, which hosts share. */
const ROUNDS = [
  { paths: false, cookies: false },
  { paths: true, cookies: false },
  { paths: true, cookies: true },
];

/** The recipe of each origin, by the site markers in everything that the recording holds of it; the strongest decide. */
export function bindOrigins(
  recording: readonly RecordedExchange[],
  recipes: CompiledRecipes,
): Map<string, string> {
  const selectors = selectorsOf(recipes);
  const bound = new Map<string, string>();
  for (const { paths, cookies } of ROUNDS) {
    for (const { exchange, html, cookieNames } of recording) {
      const { url, responseHeaders } = exchange;
      const { origin } = new URL(url);
      if (bound.has(origin)) continue;
      const seen = { url, html, cookieNames: cookies ? cookieNames : [], responseHeaders };
      const clues = cluesOf(seen, selectors, findSelectors);
      const recipeId = chooseRecipe(recipes, paths ? clues : { ...clues, path: '' });
      if (recipeId !== null) bound.set(origin, recipeId);
    }
  }
  return bound;
}
