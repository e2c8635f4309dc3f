import * as z from 'zod/mini';
import { jsonOf } from '../../answer';

const CountSchema = z.lazy(() => z.tuple([z.number(), z.number(), z.number()]));
const CursorSchema = z.lazy(() => z.tuple([z.string(), z.array(z.tuple([z.string(), CountSchema]))]));
/** Of more events nobody is told how often they were thanked for. */
const MOST_COUNTS = 200;

/** How often an event was thanked for and answered, and thanked for by the account that asks. */
export type Count = z.infer<typeof CountSchema>;
/**
 * What was said of events in those that came after them, by event: who reads back meets those first. Servers count
 * neither thanks nor plain replies.
 */
export type Tally = Map<string, Count>;

/** Where a server goes on with what is older, and what was counted until then; '' and nothing at the start. */
export function readCursor(cursor = ''): { readonly from: string; readonly tally: Tally } {
  const [from, counts] = CursorSchema.safeParse(jsonOf(cursor)).data ?? ['', []];
  return { from, tally: new Map(counts) };
}

export function cursorOf(from: string, tally: Tally): string {
  return JSON.stringify([from, [...tally].slice(-MOST_COUNTS)]);
}

export function countOf(tally: Tally, event: string): Count {
  return tally.get(event) ?? [0, 0, 0];
}

export function add(tally: Tally, event: string, more: Count): void {
  if (event === '') return;
  const [thanks, replies, own] = countOf(tally, event);
  tally.set(event, [thanks + more[0], replies + more[1], own + more[2]]);
}
