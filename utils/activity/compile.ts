import { type Condition, compileCondition, compileStatus } from './conditions';
import { withoutTrailingSlash } from './path';
import { compileGlob, type Glob, isRefusedName } from './patterns';
import type { Pattern, Recipe, Signal, When } from './recipe';

/** One named condition on a part of an exchange. */
export interface NamedCondition {
  readonly name: string;
  readonly holds: Condition;
  /** Wants something to be there: what is merely absent says nothing about which system it is. */
  readonly telling: boolean;
}

/** A compiled `when`: every part that is there must hold. */
export interface CompiledWhen {
  /** Null: any method. */
  readonly methods: readonly string[] | null;
  readonly path: Glob | null;
  readonly type: string | null;
  readonly status: ((status: number) => boolean) | null;
  readonly query: readonly NamedCondition[];
  readonly header: readonly NamedCondition[];
  readonly body: readonly NamedCondition[];
  readonly res: readonly NamedCondition[];
  readonly redirect: Condition | null;
  readonly initiator: Condition | null;
}

export interface CompiledSignal {
  readonly signal: Signal;
  readonly when: CompiledWhen;
}

export interface CompiledRecipe {
  readonly recipe: Recipe;
  readonly ignore: readonly CompiledWhen[];
  readonly signals: readonly CompiledSignal[];
}

/** Recipes ready to match, by id. */
export type CompiledRecipes = ReadonlyMap<string, CompiledRecipe>;

/** Compiles recipes that were validated before; never throws on one that was. */
export function compileRecipes(recipes: readonly Recipe[]): CompiledRecipes {
  return new Map(recipes.map((recipe) => [recipe.id, compileRecipe(recipe)]));
}

function compileRecipe(recipe: Recipe): CompiledRecipe {
  const ignoreCase = recipe.ci ?? false;
  return {
    recipe,
    ignore: (recipe.ignore ?? []).map((when) => compileWhen(when, ignoreCase)),
    signals: recipe.signals.map((signal) => ({ signal, when: compileWhen(signal.when, ignoreCase) })),
  };
}

function compileWhen(when: When, ignoreCase: boolean): CompiledWhen {
  const methods =
    when.method === undefined ? null : [when.method].flat().map((method) => method.toUpperCase());
  return {
    methods,
    path: when.path === undefined ? null : compilePath(when.path, ignoreCase),
    type: when.type ?? null,
    status: when.status === undefined ? null : compileStatus(when.status),
    query: compileMap(when.query, ignoreCase),
    header: compileHeaders(when.header, ignoreCase),
    body: compileMap(when.body, false),
    res: compileHeaders(when.res, ignoreCase),
    redirect: when.redirect === undefined ? null : compileCondition(when.redirect, ignoreCase),
    initiator: when.initiator === undefined ? null : compileCondition(when.initiator, ignoreCase),
  };
}

function compilePath(path: string, ignoreCase: boolean): Glob {
  return compileGlob(withoutTrailingSlash(path), { separator: '/', ignoreCase, floats: true });
}

type PatternMap = Readonly<Record<string, Pattern>>;

function compileHeaders(map: PatternMap | undefined, ignoreCase: boolean): NamedCondition[] {
  const lower = Object.entries(map ?? {}).map(([name, pattern]) => [name.toLowerCase(), pattern] as const);
  return compileMap(Object.fromEntries(lower), ignoreCase);
}

function compileMap(map: PatternMap | undefined, ignoreCase: boolean): NamedCondition[] {
  return Object.entries(map ?? {}).map(([name, pattern]) => {
    const holds = compileCondition(pattern, ignoreCase);
    return {
      name,
      holds: mayCapture(name) ? holds : (values) => (holds(values) === null ? null : {}),
      telling: [pattern].flat().every((each) => each !== null && !String(each).startsWith('!')),
    };
  });
}

/** What signs somebody in, a whole body, or whichever field ends so, can be tested and never captured. */
function mayCapture(name: string): boolean {
  return !isRefusedName(name) && !/^(proxy-)?authorization$|^[$*]/.test(name);
}
