import * as z from 'zod/mini';
import type { PlainResponse } from './connector';

/** An id, whichever way it is written: numbers that JavaScript cannot hold exactly stand as they were written. */
export const IdSchema = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform((id) => String(id)),
);

/** The answer's body as this shape, or null: HTML of a captive portal, a cut-off answer, another kind of server. */
export function bodyAs<Shape>(schema: z.ZodMiniType<Shape>, { text }: PlainResponse): Shape | null {
  const parsed = schema.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

/**
 * A text as JSON; undefined where it is none (a captive portal's page, an answer that was cut off). A whole number
 * beyond 2^53 becomes the text that it was written as.
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, exactly);
  } catch {
    return undefined; // callers treat it as an answer that says nothing
  }
}

/** Browsers and Node hand over how a number was written; where one does not, it stays a number. */
function exactly(_name: string, value: unknown, written?: { readonly source?: string }): unknown {
  const isRounded = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isRounded ? (written?.source ?? value) : value;
}

/** Epoch ms of a date as platforms write it: ISO, `2022/11/11 20:59:56 +0000`, or epoch in s or ms; 0 for none. */
export function momentOf(written: string | number | null | undefined): number {
  if (typeof written === 'number') return written < 100_000_000_000 ? written * 1000 : written;
  if (typeof written !== 'string') return 0;
  const slashed = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/u.exec(written.trim());
  const iso =
    slashed === null
      ? written
      : `${slashed[1]}-${slashed[2]}-${slashed[3]}T${slashed[4]}${slashed[5]}:${slashed[6]}`;
  return Date.parse(iso) || 0;
}

/** A field that may be missing, null, or of another kind than documented: null in each of these cases. */
export function maybe<Shape>(schema: z.ZodMiniType<Shape>): z.ZodMiniType<Shape | null> {
  return z.catch(
    z.pipe(
      z.optional(z.nullable(schema)),
      z.transform((value) => value ?? null),
    ),
    null,
  );
}

/** A list of these, without those that have not this shape. */
export function listOf<Shape>(schema: z.ZodMiniType<Shape>): z.ZodMiniType<readonly Shape[]> {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((list) => itemsAs(schema, list)),
  );
}

/** Those of a list that have this shape: one that has not takes nothing away from the others. */
export function itemsAs<Shape>(schema: z.ZodMiniType<Shape>, list: readonly unknown[]): readonly Shape[] {
  return list.flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}
