import * as z from 'zod';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { isTag, tagName } from './content';
import { one, type Parameters } from './parameters';
import type { NewCall } from './store/calls';

export const LONGEST_TEXT = 200;
export const MOST_WORDS = 20;
const LONGEST_WORD = 60;
const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

const CALL = z.object({
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  words: z.array(z.string().max(LONGEST_WORD).refine(isTag)).min(1).max(MOST_WORDS),
  lastDay: z.iso.date(),
});

/** The call that a coordinator describes in the page's form; the first field that is wrong. `today`: YYYY-MM-DD. */
export function readCall(parameters: Parameters, today: string): Result<NewCall, keyof NewCall> {
  const words = (one(parameters, 'words') ?? '').split(/[\s,;]+/).filter((word) => word !== '');
  const read = CALL.safeParse({
    text: (one(parameters, 'text') ?? '').replace(/\s+/g, ' '),
    words: [...new Set(words.map((word) => tagName(word.replace(/^#/, ''))))],
    lastDay: one(parameters, 'until') ?? '',
  });
  if (read.success) return isWithinAYear(read.data.lastDay, today) ? succeed(read.data) : fail('lastDay');
  const wrong = read.error.issues.map(({ path: [field] }) => field);
  return fail((['text', 'words', 'lastDay'] as const).find((field) => wrong.includes(field)) ?? 'text');
}

function isWithinAYear(day: string, today: string): boolean {
  return day >= today && Date.parse(day) - Date.parse(today) <= YEAR_MS;
}
