import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';

/** A value that outlives a stopped worker and ends with the browser. */
export interface SessionValue<Value> {
  read(): Promise<Value>;
  /** Changes follow one another: two at once cannot lose either. */
  change(next: (value: Value) => Value): Promise<Value>;
}

/** `empty` stands in for a value that is absent, or that an older version wrote in another form. */
export function sessionValue<Value>(
  key: string,
  schema: z.ZodMiniType<Value>,
  empty: Value,
): SessionValue<Value> {
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Value> => {
    const stored = await browser.storage.session.get(key);
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? parsed.data : empty;
  };
  const change = (next: (value: Value) => Value): Promise<Value> => {
    const done = turn.then(async () => {
      const value = next(await read());
      await browser.storage.session.set({ [key]: value });
      return value;
    });
    turn = done.catch(() => undefined); // the caller hears of it; the next change must not
    return done;
  };
  return { read, change };
}
