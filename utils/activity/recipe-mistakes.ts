/** What can be wrong with a recipe. Each has its sentence in the catalogues under `recipe-mistakes`. */
export const RECIPE_MISTAKES = [
  'json',
  'too-large',
  'recipe',
  'missing',
  'unknown',
  'kind',
  'choice',
  'at-least',
  'at-most',
  'id',
  'names',
  'method',
  'status',
  'path',
  'pattern',
  'selector',
  'marker',
  'markers',
  'negative',
  'proof',
  'title',
  'link',
  'capture',
  'constant',
  'lookup',
  'secret',
  'wildcards',
] as const;
export type RecipeMistakeCode = (typeof RECIPE_MISTAKES)[number];

/** Where a recipe is wrong, and how. */
export interface RecipeMistake {
  readonly code: RecipeMistakeCode;
  /** The field, such as `signals.0.when.status`; `json` or `recipe` where it is the whole. */
  readonly field: string;
  /** What belongs there: a number, a kind of JSON value or the choices. Empty where the sentence says it. */
  readonly detail: string;
}

/** One of zod's findings, as far as a mistake is made of it. */
interface Issue {
  readonly code?: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
}

/** The first thing that is wrong with `json`, in words that a person can be told. */
export function mistakeOf(issue: Issue, json: unknown): RecipeMistake {
  const unknown = issue.code === 'unrecognized_keys' ? (issue.keys ?? []).slice(0, 1) : [];
  const field = [...issue.path, ...unknown].join('.') || 'recipe';
  return { field, ...kindOf(issue, json) };
}

function kindOf(issue: Issue, json: unknown): Pick<RecipeMistake, 'code' | 'detail'> {
  const named = RECIPE_MISTAKES.find((code) => code === issue.message); // our own rules say which they are
  if (issue.path.length > 0 && valueAt(json, issue.path) === undefined)
    return { code: 'missing', detail: '' };
  if (named !== undefined) return { code: named, detail: '' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'unknown', detail: '' };
    case 'invalid_type':
      return issue.path.length === 0
        ? { code: 'recipe', detail: '' }
        : { code: 'kind', detail: issue.expected ?? '' };
    case 'invalid_value':
      return {
        code: 'choice',
        detail: (issue.values ?? []).map((value) => JSON.stringify(value)).join(', '),
      };
    case 'too_big':
      return { code: 'at-most', detail: String(issue.maximum ?? '') };
    case 'too_small':
      return { code: 'at-least', detail: String(issue.minimum ?? '') };
    case 'invalid_key':
      return { code: 'names', detail: '' };
    default:
      return { code: 'recipe', detail: '' };
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
}
