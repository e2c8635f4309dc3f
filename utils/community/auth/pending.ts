import * as z from 'zod/mini';

/** A sign-in that waits for the person. It holds secrets: kept in the background, and only while the browser runs. */
const PendingSchema = z.strictObject({
  id: z.string(),
  platform: z.string(),
  /** Where it was found, and as what. */
  base: z.string(),
  name: z.string(),
  version: z.string(),
  scope: z.enum(['own', 'across']),
  way: z.enum(['device', 'key']),
  clientId: z.string(),
  /** What the platform's flow keeps, such as a private key. */
  kept: z.string(),
  page: z.string(),
  /** Of a code: what the person types, what we ask with, how often we may and when again. */
  code: z.string(),
  device: z.string(),
  everyMs: z.number(),
  askAt: z.number(),
  expiresAt: z.number(),
  /** It was given, and is good once: a worker that dies before it is kept must not lose it. */
  granted: z.optional(
    z.strictObject({
      token: z.string(),
      scopes: z.optional(z.string()),
      expiresAt: z.optional(z.number()),
    }),
  ),
});
export type PendingSignIn = z.infer<typeof PendingSchema>;

export const PendingSignInsSchema = z.record(z.string(), PendingSchema);
export type PendingSignIns = z.infer<typeof PendingSignInsSchema>;

const MOST_PENDING = 10;

/** Where pending sign-ins are kept, so that they outlive a stopped worker. Changes follow one another. */
export interface PendingStore {
  read(): Promise<PendingSignIns>;
  change(next: (all: PendingSignIns) => PendingSignIns): Promise<PendingSignIns>;
}

/** Those that have not expired, by id. */
export async function pendingNow(store: PendingStore, now: number): Promise<PendingSignIns> {
  return unexpired(await store.read(), now);
}

/** Keeps one, in place of what stood under its id; the oldest make room. */
export async function keepPending(store: PendingStore, pending: PendingSignIn, now: number): Promise<void> {
  await store.change((all) => {
    const { [pending.id]: _, ...others } = unexpired(all, now);
    const room = Object.entries(others).slice(1 - MOST_PENDING);
    return { ...Object.fromEntries(room), [pending.id]: pending };
  });
}

export async function forgetPending(store: PendingStore, id: string, now: number): Promise<void> {
  await store.change((all) => {
    const { [id]: _, ...others } = unexpired(all, now);
    return others;
  });
}

function unexpired(all: PendingSignIns, now: number): PendingSignIns {
  return Object.fromEntries(Object.entries(all).filter(([, { expiresAt }]) => expiresAt > now));
}
