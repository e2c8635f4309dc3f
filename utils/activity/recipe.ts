import * as z from 'zod/mini';
import { VerbSchema } from './activity';

/**
 * A pattern, or several of which one must hold. `null`: must be absent; `true`: must be present; a string is matched
 * as `patterns.ts` says.
 */
const one = z.union([z.string(), z.null(), z.literal(true)]);
export const PatternSchema = z.union([one, z.array(one)]);
export type Pattern = z.infer<typeof PatternSchema>;

const PatternMapSchema = z.record(z.string(), PatternSchema);

const STATUS = z.union([z.enum(['2xx', '3xx']), z.int().check(z.gte(100), z.lte(599))]);
const StatusSchema = z.union([STATUS, z.array(STATUS)]);
export type StatusPattern = z.infer<typeof StatusSchema>;

const when = {
  method: z.optional(z.union([z.string(), z.array(z.string())])),
  path: z.optional(z.string()),
  query: z.optional(PatternMapSchema),
  type: z.optional(z.enum(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'])),
  header: z.optional(PatternMapSchema),
  body: z.optional(PatternMapSchema),
  res: z.optional(PatternMapSchema),
  redirect: z.optional(PatternSchema),
  initiator: z.optional(PatternSchema),
};

/** What one exchange must look like. A signal must say which status proves it; a negative need not. */
const SignalWhenSchema = z.strictObject({ ...when, status: StatusSchema });
const IgnoreWhenSchema = z.strictObject({ ...when, status: z.optional(StatusSchema) });
export type When = z.infer<typeof IgnoreWhenSchema>;

const MarkerSchema = z.union([
  z.strictObject({ dom: z.string() }),
  z.strictObject({ host: z.string() }),
  z.strictObject({ res: PatternMapSchema }),
  z.strictObject({ cookie: z.string() }),
  z.strictObject({ title: z.string() }),
  z.strictObject({ path: z.string() }),
]);
export type Marker = z.infer<typeof MarkerSchema>;

const ConfirmSchema = z.strictObject({
  /** This must be on the page… */
  dom: z.optional(z.string()),
  /** …and this must not. */
  not: z.optional(z.string()),
  /** How long to wait for it, in ms. */
  within: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
});
export type Confirm = z.infer<typeof ConfirmSchema>;

const BurstSchema = z.strictObject({
  /** Ms without a new match that end it. */
  quiet: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
  /** So many matches before it counts. */
  min: z.optional(z.int().check(z.gte(1))),
  until: z.optional(z.enum(['idle', 'leave'])),
});
export type BurstRule = z.infer<typeof BurstSchema>;

const SignalSchema = z.strictObject({
  do: VerbSchema,
  when: SignalWhenSchema,
  confirm: z.optional(ConfirmSchema),
  title: z.optional(z.array(z.string())),
  link: z.optional(z.array(z.string())),
  burst: z.optional(BurstSchema),
});
export type Signal = z.infer<typeof SignalSchema>;

/** How to recognise one system, and activities in it. Data, not code: anybody may write one, nobody's can hang us. */
export const RecipeSchema = z.strictObject({
  v: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  name: z.string(),
  /** Paths are compared without regard to case. */
  ci: z.optional(z.boolean()),
  site: z.strictObject({
    any: z.optional(z.array(MarkerSchema)),
    all: z.optional(z.array(MarkerSchema)),
  }),
  ignore: z.optional(z.array(IgnoreWhenSchema)),
  /** Constants of one installation, such as the ids of closed states; `{params.x}` in sources. */
  params: z.optional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
  /** The query names that an activity's link may keep; none unless named. */
  linkQuery: z.optional(z.array(z.string())),
  signals: z.array(SignalSchema).check(z.minLength(1)),
  /** Where the signature was read, and in which version. */
  evidence: z.optional(z.string()),
  /** What it was run against; empty where it never was. */
  tested: z.optional(z.array(z.string())),
  confidence: z.optional(z.enum(['high', 'low'])),
});
export type Recipe = z.infer<typeof RecipeSchema>;
