import * as z from 'zod/mini';
import { FixturesSchema } from '../fixtures';
import { RecipeSchema } from '../recipe';

/** One request that can be what was shown, and what is proposed to recognise it by. */
export const CandidateSchema = z.strictObject({
  /** How it looked: what a person is shown. */
  seen: z.strictObject({
    method: z.string(),
    type: z.enum(['main_frame', 'sub_frame', 'xmlhttprequest', 'ping']),
    path: z.string(),
    status: z.array(z.int()),
    /** Names only. */
    query: z.array(z.string()),
    fields: z.array(z.string()),
    headers: z.array(z.string()),
    redirect: z.nullable(z.string()),
  }),
  /** Every value that stands in the recipe: to be agreed to. */
  constants: z.array(
    z.strictObject({ where: z.enum(['query', 'body']), name: z.string(), value: z.string() }),
  ),
  /** Where a title could come from; the first is what the recipe has. */
  titles: z.array(z.string()),
  recipe: RecipeSchema,
  fixtures: FixturesSchema,
});
export type Candidate = z.infer<typeof CandidateSchema>;

/** What came of a lesson. */
export const ProposalSchema = z.strictObject({
  /** The likeliest first. */
  candidates: z.array(CandidateSchema),
  /** So many other requests that send something were seen, and have nothing to do with it. */
  others: z.int(),
  /** Why there is none. */
  reason: z.nullable(z.enum(['nothing-seen', 'like-cancelled'])),
});
export type Proposal = z.infer<typeof ProposalSchema>;
