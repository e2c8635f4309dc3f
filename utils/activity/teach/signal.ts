import type { Verb } from '../activity';
import { compileRecipes } from '../compile';
import { exchangeOf } from '../fixtures';
import type { Recipe, When } from '../recipe';
import { recognise } from '../recognise';
import type { Triple } from './align';
import { exampleOf, type Texts } from './examples';
import { type Part, pathPattern, redirectPattern, templateOf } from './template';
import type { Trace } from './trace';

/** A value that goes into a recipe: a word of the system, such as the name of a button. The person is shown each. */
export interface Constant {
  readonly where: 'query' | 'body';
  readonly name: string;
  readonly value: string;
}

/** A signal in the making. */
export interface Sketch {
  readonly triple: Triple;
  readonly path: readonly Part[];
  readonly when: SketchedWhen;
  readonly ignore: readonly When[];
  readonly constants: readonly Constant[];
  readonly texts: Texts;
}

type SketchedWhen = Recipe['signals'][number]['when'];

const ANY_VERB: Verb = 'edit';
const PROBE = 'https://site.example';

/** What the three have in common: method, kind, path, status and where the redirect leads. */
export function sketchOf(triple: Triple): Sketch {
  const { traces } = triple;
  const [, , last] = traces;
  const path = templateOf(traces.map((trace) => trace.path));
  const redirect = redirectOf(traces);
  const statuses = [...new Set(traces.map(({ status }) => status))].sort();
  const [only, ...others] = statuses;
  return {
    triple,
    path,
    when: {
      method: last.method,
      type: last.type,
      path: pathPattern(path),
      ...(traces.every(({ byField }) => byField) ? { body: { _method: true } } : {}),
      status: last.status >= 300 ? '3xx' : only !== undefined && others.length === 0 ? only : statuses,
      ...(redirect === null ? {} : { redirect: redirect.pattern }),
    },
    ignore: [],
    constants: [],
    texts: new Map([...textsIn(path), ...textsIn(redirect?.parts ?? [])]),
  };
}

/** Null where they led to places of different kinds: then the status has to do. */
function redirectOf(traces: Triple['traces']): { parts: Part[]; pattern: string } | null {
  const targets = traces.flatMap(({ redirect }) => redirect ?? []);
  if (targets.length < traces.length) return null;
  const parts = templateOf(targets.map(({ path }) => path));
  if (parts.some(({ kind }) => kind === 'deep') || !parts.some(({ kind }) => kind === 'text')) return null;
  return {
    parts,
    pattern: redirectPattern(
      parts,
      targets.map(({ more }) => more),
    ),
  };
}

function textsIn(parts: readonly Part[]): [string, string][] {
  return parts.flatMap((part) =>
    part.kind === 'text' ? [[`path ${part.mark}`, part.text] as [string, string]] : [],
  );
}

/** Whether a sketch takes a request for what was shown: the same engine decides that will decide later. */
export function claims({ when, ignore, texts }: Sketch, trace: Trace): boolean {
  const recipe: Recipe = {
    v: 1,
    id: 'sketch',
    name: 'sketch',
    site: { any: [{ host: '*' }] },
    ignore: [...ignore],
    signals: [{ do: ANY_VERB, when }],
  };
  const exchange = exchangeOf(exampleOf(trace, PROBE, texts));
  return recognise(exchange, compileRecipes([recipe]), recipe.id) !== null;
}
