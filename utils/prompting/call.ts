import * as z from 'zod/mini';
import { type Activity, VerbSchema } from '@/utils/activity/activity';
import type { Policy } from '@/utils/settings/settings';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A coordinator's call for practices on one theme, for a while. It chooses what is worth asking about. */
export const CallSchema = z.strictObject({
  id: z.string(),
  /** What people read: "Deze maand: vernietigingslijsten". */
  text: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Beginnings of words that a title may have; empty where any title will do. */
  words: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(20)),
  /** What somebody may have done; empty where anything will do. */
  verbs: z.array(VerbSchema).check(z.maxLength(20)),
  /** Epoch ms. */
  from: z.number(),
  until: z.number(),
});
export type Call = z.infer<typeof CallSchema>;

/** The calls that an organisation's policy makes; their last day is part of them. */
export function callsOfPolicy({ call }: Policy): readonly Call[] {
  if (call === undefined) return [];
  const { text, words = [], verbs = [], from, until } = call;
  const afterwards = new Date(`${until}T00:00:00`);
  afterwards.setDate(afterwards.getDate() + 1);
  const begins = new Date(`${from}T00:00:00`);
  return [{ id: 'policy', text, words, verbs, from: begins.getTime(), until: afterwards.getTime() }];
}

/** The call that holds at `now` (epoch ms), or null. */
export function callAt(calls: readonly Call[], now: number): Call | null {
  return calls.find(({ from, until }) => from <= now && now < until) ?? null;
}

/** Whether an activity is what a call asks for. Its title is looked at here and kept nowhere. */
export function fitsCall({ verbs, words }: Call, { verb, title }: Pick<Activity, 'verb' | 'title'>): boolean {
  if (verbs.length > 0 && !verbs.includes(verb)) return false;
  const inTitle = wordsOf(title);
  return words.length === 0 || words.some((word) => inTitle.some((one) => one.startsWith(folded(word))));
}

/** What a practice on its theme may have as topic: its first word, whole where its text has it so; null without words. */
export function topicOf({ text, words: [first] }: Call): string | null {
  if (first === undefined) return null;
  const inText = text.match(WORD) ?? [];
  return inText.find((word) => folded(word).startsWith(folded(first))) ?? first;
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(WORD) ?? [];
}

/** Without capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
