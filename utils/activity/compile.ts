import { type Condition, compileCondition, compileStatus } from './conditions';
import { withoutTrailingSlash } from './path';
import { compileGlob, constantIn, type Glob } from './patterns';
import type { Pattern, Recipe, Signal, When } from './recipe';
import { isRefusedName } from './refused-names';

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
  /** The signals that a method can meet, in their order. */
  readonly signalsFor: (method: string) => readonly CompiledSignal[];
}

/** Recipes ready to match, by id. */
export type CompiledRecipes = ReadonlyMap<string, CompiledRecipe>;

/** Compiles recipes that were validated before; never throws on one that was. */
export function compileRecipes(recipes: readonly Recipe[]): CompiledRecipes {
  return new Map(recipes.map((recipe) => [recipe.id, compileRecipe(recipe)]));
}

function compileRecipe(recipe: Recipe): CompiledRecipe {
  const ignore = (recipe.ignore ?? []).map((when) => compileWhen(when, recipe));
  const signals = recipe.signals.map((signal) => ({ signal, when: compileWhen(signal.when, recipe) }));
  return { recipe, ignore, signals, signalsFor: indexByMethod(signals) };
}

/** Most requests are reads, and most signals writes: the method alone rules out nearly all. */
function indexByMethod(signals: readonly CompiledSignal[]): CompiledRecipe['signalsFor'] {
  const named = new Set(signals.flatMap(({ when }) => when.methods ?? []));
  const meets = (method: string | null) =>
    signals.filter(
      ({ when: { methods } }) => methods === null || (method !== null && methods.includes(method)),
    );
  const index = new Map([...named].map((method) => [method, meets(method)] as const));
  const others = meets(null);
  return (method) => index.get(method) ?? others;
}

function compileWhen(when: When, recipe: Recipe): CompiledWhen {
  const { params = {}, ci: ignoreCase = false } = recipe;
  const condition = (pattern: Pattern, anyCase = ignoreCase) =>
    compileCondition(withConstants(pattern, params), anyCase);
  const methods =
    when.method === undefined ? null : [when.method].flat().map((method) => method.toUpperCase());
  return {
    methods,
    path: when.path === undefined ? null : compilePath(when.path, ignoreCase),
    type: when.type ?? null,
    status: when.status === undefined ? null : compileStatus(when.status),
    query: compileMap(when.query, condition),
    header: compileHeaders(when.header, condition),
    body: compileMap(when.body, (pattern) => condition(pattern, false)),
    res: compileHeaders(when.res, condition),
    redirect: when.redirect === undefined ? null : condition(when.redirect),
    initiator: when.initiator === undefined ? null : condition(when.initiator),
  };
}

function compilePath(path: string, ignoreCase: boolean): Glob {
  return compileGlob(withoutTrailingSlash(path), { separator: '/', ignoreCase, floats: true });
}

/** `{params.closed}` stands for any of the constants of that name; one that nobody filled in fits nothing. */
function withConstants(pattern: Pattern, params: NonNullable<Recipe['params']>): Pattern {
  if (Array.isArray(pattern)) return pattern.flatMap((each) => withConstants(each, params));
  const name = typeof pattern === 'string' ? constantIn(pattern) : null;
  return name === null ? pattern : [params[name] ?? []].flat();
}

type PatternMap = Readonly<Record<string, Pattern>>;
type Compile = (pattern: Pattern) => Condition;

function compileHeaders(map: PatternMap | undefined, compile: Compile): NamedCondition[] {
  const lower = Object.entries(map ?? {}).map(([name, pattern]) => [name.toLowerCase(), pattern] as const);
  return compileMap(Object.fromEntries(lower), compile);
}

function compileMap(map: PatternMap | undefined, compile: Compile): NamedCondition[] {
  return Object.entries(map ?? {}).map(([name, pattern]) => {
    const holds = compile(pattern);
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
