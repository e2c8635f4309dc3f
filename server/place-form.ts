import * as z from 'zod';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { flag, one, type Parameters } from './parameters';
import { HANDLE } from './store/accounts';
import type { NewPlace } from './store/places';

export const LONGEST_NAME = 60;
export const LONGEST_ABOUT = 500;

const PLACE = z.object({
  handle: z.string().trim().toLowerCase().regex(HANDLE),
  name: z.string().trim().min(1).max(LONGEST_NAME),
  about: z.string().trim().max(LONGEST_ABOUT),
  locked: z.boolean(),
});

/** The place that somebody describes, in the page's form or in an app; the first field that is wrong. */
export function readPlace(parameters: Parameters): Result<NewPlace, 'handle' | 'name' | 'about'> {
  const read = PLACE.safeParse({
    handle: (one(parameters, 'handle') ?? '').replace(/^\s*[@#]/, ''),
    name: one(parameters, 'name') ?? '',
    about: (one(parameters, 'about') ?? '').replaceAll('\r\n', '\n'),
    locked: flag(parameters, 'locked'),
  });
  if (read.success) return succeed(read.data);
  const wrong = read.error.issues.map(({ path: [field] }) => field);
  return fail((['name', 'handle', 'about'] as const).find((field) => wrong.includes(field)) ?? 'handle');
}
