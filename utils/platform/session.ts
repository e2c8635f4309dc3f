import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';

/** A value beside the database. */
export interface KeptValue<Value> {
  read(): Promise<Value>;
  /** Changes follow one another: two at once cannot lose either. */
  change(next: (value: Value) => Value): Promise<Value>;
}

type MakeValue = <Value>(key: string, schema: z.ZodMiniType<Value>, empty: Value) => KeptValue<Value>;

/** A value that outlives a stopped worker and ends with the browser. `empty` as in `keptIn`. */
export const sessionValue: MakeValue = (...given) => keptIn('session', ...given);

/** A value that stays. Scripts of ours in web pages can read it: nothing that anybody wrote. `empty` as in `keptIn`. */
export const localValue: MakeValue = (...given) => keptIn('local', ...given);

/** `empty` stands in for a value that is absent, or that an older version wrote in another form. */
function keptIn<Value>(
  area: 'session' | 'local',
  key: string,
  schema: z.ZodMiniType<Value>,
  empty: Value,
): KeptValue<Value> {
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Value> => {
    const stored = await browser.storage[area].get(key);
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? parsed.data : empty;
  };
  const change = (next: (value: Value) => Value): Promise<Value> => {
    const done = turn.then(async () => {
      const value = next(await read());
      await browser.storage[area].set({ [key]: value });
      return value;
    });
    turn = done.catch(() => undefined); // the caller hears of it; the next change must not
    return done;
  };
  return { read, change };
}
