import * as z from 'zod/mini';
import { VerbSchema } from './activity';
import {
  capturesIn,
  capturesOf,
  constantsOf,
  isLinkSource,
  isPathPattern,
  isPattern,
  isSelector,
  isTitleSource,
  wildcardsIn,
} from './recipe-rules';
import { isRefusedName } from './refused-names';

/** What a recipe may hold at most: enough for any system, and a bound on what a stranger's can cost. */
const MAX_SIGNALS = 100;
const MAX_NAMES = 20;
const MAX_ALTERNATIVES = 40;
/** Of all patterns together: each is a walk over the text, which may be 64 KiB. */
const MAX_WILDCARDS = 400;

export const GlobSchema = z.string().check(z.refine(isPattern, 'pattern'));
export const SelectorSchema = z.string().check(z.refine(isSelector, 'selector'));

/**
 * A pattern, or several of which one must hold. `null`: must be absent; `true`: must be present; a string is matched
 * as `patterns.ts` says.
 */
const one = z.union([GlobSchema, z.null(), z.literal(true)], 'pattern');
export const PatternSchema = z.union(
  [one, z.array(one).check(z.minLength(1), z.maxLength(MAX_ALTERNATIVES))],
  'pattern',
);
export type Pattern = z.infer<typeof PatternSchema>;

export const PatternMapSchema = z
  .record(z.string().check(z.minLength(1), z.maxLength(200)), PatternSchema)
  .check(z.refine((map) => Object.keys(map).length <= MAX_NAMES, 'names'));

const STATUS = z.union([z.enum(['2xx', '3xx']), z.int().check(z.gte(100), z.lte(599))], 'status');
export const StatusSchema = z.union([STATUS, z.array(STATUS).check(z.minLength(1))], 'status');
export type StatusPattern = z.infer<typeof StatusSchema>;

export const MethodSchema = z.string().check(z.regex(/^[a-zA-Z]{3,20}$/, 'method'));
export const PathSchema = z.string().check(z.refine(isPathPattern, 'path'));

const when = {
  method: z.optional(z.union([MethodSchema, z.array(MethodSchema).check(z.minLength(1))], 'method')),
  path: z.optional(PathSchema),
  query: z.optional(PatternMapSchema),
  type: z.optional(z.enum(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'])),
  header: z.optional(PatternMapSchema),
  body: z.optional(PatternMapSchema),
  res: z.optional(PatternMapSchema),
  redirect: z.optional(PatternSchema),
  initiator: z.optional(PatternSchema),
};

/** What one exchange must look like. A signal must say which status proves it; a negative need not. */
export const SignalWhenSchema = z.strictObject({ ...when, status: StatusSchema });
const IgnoreWhenSchema = z.strictObject({ ...when, status: z.optional(StatusSchema) });
export type When = z.infer<typeof IgnoreWhenSchema>;
export const NegativeSchema = IgnoreWhenSchema.check(
  z.refine((negative) => Object.keys(negative).length > 0, 'negative'),
);

export const MarkerSchema = z.union(
  [
    z.strictObject({ dom: SelectorSchema }),
    z.strictObject({ host: GlobSchema }),
    z.strictObject({ res: PatternMapSchema }),
    z.strictObject({ cookie: GlobSchema }),
    z.strictObject({ title: GlobSchema }),
    z.strictObject({ path: GlobSchema }),
  ],
  'marker',
);
export type Marker = z.infer<typeof MarkerSchema>;

const MarkersSchema = z.array(MarkerSchema).check(z.maxLength(MAX_NAMES));

export const ConfirmSchema = z
  .strictObject({
    /** This must be on the page… */
    dom: z.optional(SelectorSchema),
    /** …and this must not. */
    not: z.optional(SelectorSchema),
    /** How long to wait for it, in ms. */
    within: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  })
  .check(z.refine(({ dom, not }) => dom !== undefined || not !== undefined, 'proof'));
export type Confirm = z.infer<typeof ConfirmSchema>;

export const BurstSchema = z.strictObject({
  /** Ms without a new match that end it. */
  quiet: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
  /** So many matches before it counts. */
  min: z.optional(z.int().check(z.gte(1))),
  until: z.optional(z.enum(['idle', 'leave'])),
});
export type BurstRule = z.infer<typeof BurstSchema>;

export const TitleSourceSchema = z.string().check(z.refine(isTitleSource, 'title'));
export const LinkSourceSchema = z.string().check(z.refine(isLinkSource, 'link'));

export const SignalSchema = z
  .strictObject({
    do: VerbSchema,
    when: SignalWhenSchema,
    confirm: z.optional(ConfirmSchema),
    title: z.optional(z.array(TitleSourceSchema).check(z.maxLength(MAX_NAMES))),
    link: z.optional(z.array(LinkSourceSchema).check(z.maxLength(MAX_NAMES))),
    burst: z.optional(BurstSchema),
  })
  .check(({ value, issues }) => {
    const made = new Set(patternsOf(value.when).flatMap(capturesOf));
    for (const use of ['title', 'link'] as const) {
      for (const [index, source] of (value[use] ?? []).entries()) {
        if (capturesIn(source).every((name) => made.has(name))) continue;
        issues.push({
          code: 'custom',
          path: [use, index],
          input: source,
          message: 'capture',
        });
      }
    }
  });
export type Signal = z.infer<typeof SignalSchema>;

function patternsOf({ path, redirect, initiator, query, header, body, res }: When): unknown[] {
  const maps = [query, header, body, res].flatMap((map) => Object.values(map ?? {}));
  return [path, redirect, initiator, ...maps];
}

export const SiteMarkersSchema = z
  .strictObject({ any: z.optional(MarkersSchema), all: z.optional(MarkersSchema) })
  .check(z.refine(({ any = [], all = [] }) => any.length + all.length > 0, 'markers'));

export const QueryNameSchema = z.string().check(z.refine((name) => !isRefusedName(name), 'secret'));

const RecipeShape = z.strictObject({
  /** Where editors find the schema of this file; nothing else reads it. */
  $schema: z.optional(z.string()),
  v: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/, 'id')),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Paths are compared without regard to case. */
  ci: z.optional(z.boolean()),
  site: SiteMarkersSchema,
  ignore: z.optional(z.array(NegativeSchema).check(z.maxLength(MAX_SIGNALS))),
  /** Constants of one installation, such as the ids of closed states; `{params.x}` as a pattern or in sources. */
  params: z.optional(z.record(z.string(), z.union([GlobSchema, z.array(GlobSchema)]))),
  /** The query names that an activity's link may keep; none unless named. */
  linkQuery: z.optional(z.array(QueryNameSchema).check(z.maxLength(MAX_NAMES))),
  signals: z.array(SignalSchema).check(z.minLength(1), z.maxLength(MAX_SIGNALS)),
  /** Where the signature was read, and in which version. */
  evidence: z.optional(z.string()),
  /** What it was run against; empty where it never was. */
  tested: z.optional(z.array(z.string())),
  confidence: z.optional(z.enum(['high', 'low'])),
});
export type Recipe = z.infer<typeof RecipeShape>;

/** How to recognise one system, and activities in it. Data, not code: anybody may write one, nobody's can hang us. */
export const RecipeSchema = RecipeShape.check(
  ({ value: { signals, ignore = [], params = {} }, issues }) => {
    for (const [list, whens] of [
      ['signals', signals.map(({ when }) => when)],
      ['ignore', ignore],
    ] as const) {
      for (const [index, when] of whens.entries()) {
        const unknown = patternsOf(when)
          .flatMap(constantsOf)
          .find((name) => !Object.hasOwn(params, name));
        if (unknown === undefined) continue;
        issues.push({ code: 'custom', path: [list, index], input: unknown, message: 'constant' });
      }
    }
  },
  z.refine(({ signals, ignore = [] }) => {
    const whens = [...signals.map((signal) => signal.when), ...ignore];
    const wildcards = whens.flatMap(patternsOf).map(wildcardsIn);
    return wildcards.reduce((sum, each) => sum + each, 0) <= MAX_WILDCARDS;
  }, 'wildcards'),
);
