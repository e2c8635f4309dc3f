import * as z from 'zod/mini';
import {
  BurstSchema,
  ConfirmSchema,
  GlobSchema,
  LinkSourceSchema,
  MarkerSchema,
  MethodSchema,
  NegativeSchema,
  PathSchema,
  PatternMapSchema,
  PatternSchema,
  QueryNameSchema,
  RecipeSchema,
  SelectorSchema,
  SignalSchema,
  SignalWhenSchema,
  SiteMarkersSchema,
  StatusSchema,
  TitleSourceSchema,
} from '@/utils/activity/recipe';
import { DESCRIPTIONS, FIELDS, RULES } from './recipe-schema-words';

type Json = Record<string, unknown>;

const NAMED = {
  text: GlobSchema,
  pattern: PatternSchema,
  patterns: PatternMapSchema,
  path: PathSchema,
  selector: SelectorSchema,
  status: StatusSchema,
  method: MethodSchema,
  when: SignalWhenSchema,
  negative: NegativeSchema,
  marker: MarkerSchema,
  site: SiteMarkersSchema,
  confirm: ConfirmSchema,
  burst: BurstSchema,
  titleSource: TitleSourceSchema,
  linkSource: LinkSourceSchema,
  queryName: QueryNameSchema,
  signal: SignalSchema,
} as const;

/** The JSON Schema (2020-12) of a recipe, so that editors help. What it cannot say, the extension says when it reads one. */
export function recipeJsonSchema(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const { $defs = {}, ...recipe } = z.toJSONSchema(RecipeSchema, { metadata: registry }) as Json & {
    $defs?: Json;
  };
  const definitions = Object.entries($defs).map(([name, schema]) => [name, described(name, schema as Json)]);
  return {
    ...described('recipe', recipe),
    title: 'Recipe',
    $defs: Object.fromEntries(definitions),
  };
}

function described(name: string, { id: _id, ...schema }: Json): Json {
  const fields = FIELDS[name] ?? {};
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(
    ([field, value]) => [
      field,
      fields[field] === undefined ? value : { ...value, description: fields[field] },
    ],
  );
  return {
    ...schema,
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(DESCRIPTIONS[name] === undefined ? {} : { description: DESCRIPTIONS[name] }),
    ...RULES[name],
  };
}
