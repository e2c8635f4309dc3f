import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { VerbSchema } from '../activity';
import type { Exchange } from '../exchange';
import { placesOf, type Trace, TraceSchema, traceOf } from './trace';
import { WordSchema, wordOf } from './word';

/** So often it is done, before it is cancelled once. */
export const TIMES = 3;
/** The run in which it is cancelled. */
export const CANCEL = TIMES;
export const LESSON_MS = 10 * MINUTE_MS;

/** What a page said of the system behind it, at the end of a run. */
const PageMarkSchema = z.strictObject({
  /** The product's name in the generator tag, without its version. */
  generator: z.nullable(z.string()),
  /** What stands after the last dash of the title. */
  ending: z.nullable(WordSchema),
});

/** Somebody showing us what they do in one tab of one site. Holds traces only, and ends after ten minutes. */
export const LessonSchema = z.strictObject({
  /** The only origin that is listened to… */
  origin: z.string(),
  /** …and the only tab. */
  tabId: z.int(),
  /** What the person calls the system. */
  system: z.string(),
  verb: VerbSchema,
  /** Makes the marks of this lesson worth nothing outside it. */
  salt: z.string(),
  /** 0, 1, 2, then CANCEL. */
  run: z.int().check(z.gte(0), z.lte(CANCEL)),
  /** Epoch ms. */
  endsAt: z.number(),
  traces: z.array(TraceSchema),
  pages: z.array(PageMarkSchema),
});
export type Lesson = z.infer<typeof LessonSchema>;

/** The oldest goes first: what counts comes last, just before the person says that it is done. */
const MOST_OF_A_RUN = 120;

/** The lesson, with what it keeps of an exchange: nothing of one elsewhere, in another tab or too late. */
export function hear(lesson: Lesson, exchange: Exchange): Lesson {
  const { origin, tabId, endsAt, run, salt, traces } = lesson;
  if (exchange.tabId !== tabId || exchange.at >= endsAt || new URL(exchange.url).origin !== origin)
    return lesson;
  const known = run === TIMES - 1 ? wordsOfEachRun(traces, exchange) : () => false;
  const trace = traceOf(exchange, { run, salt, known });
  return trace === null ? lesson : { ...lesson, traces: withTrace(traces, trace) };
}

/** Equal words at equal places of requests of the same kind, in both runs before the last. */
function wordsOfEachRun(
  traces: readonly Trace[],
  { type }: Exchange,
): (place: string, mark: number) => boolean {
  const of = (run: number): Set<string> =>
    new Set(
      traces
        .filter((trace) => trace.run === run && trace.type === type)
        .flatMap((trace) => placesOf(trace).map(({ place, mark }) => `${place} ${mark}`)),
    );
  const runs = Array.from({ length: TIMES - 1 }, (_, run) => of(run));
  return (place, mark) => runs.every((words) => words.has(`${place} ${mark}`));
}

function withTrace(traces: readonly Trace[], trace: Trace): Trace[] {
  const shape = shapeOf(trace);
  const again = traces.findIndex((each) => shapeOf(each) === shape);
  const ofRun = traces.filter(({ run }) => run === trace.run);
  if (again !== -1)
    return traces.map((each, index) => (index === again ? { ...each, times: each.times + 1 } : each));
  const oldest = ofRun.length < MOST_OF_A_RUN ? undefined : ofRun[0];
  return [...traces.filter((each) => each !== oldest), trace];
}

function shapeOf({ times: _times, ...shape }: Trace): string {
  return JSON.stringify(shape);
}

/** What a page says at the end of a run; `generator` and `title` are whatever the page likes to say. */
export function seePage(lesson: Lesson, page: { generator: string; title: string }): Lesson {
  const { run, salt, pages } = lesson;
  const text = / [-–—|·:]{1,2} ([^-–—|·:]{2,60})$/.exec(page.title)?.[1]?.trim() ?? '';
  const word = wordOf(text, salt);
  const before = pages.slice(0, TIMES - 1);
  const same = run === TIMES - 1 && before.every(({ ending }) => ending?.mark === word.mark);
  const ending = text === '' ? null : same && isEnding(text) ? { ...word, text } : word;
  return { ...lesson, pages: [...pages, { generator: productOf(page.generator), ending }] };
}

/** Letters only: a number at the end of a title is of the page. */
function isEnding(text: string): boolean {
  return /^[\p{L} '’.]+$/u.test(text);
}

function productOf(generator: string): string | null {
  const name = /^[a-z][a-z .-]{1,40}/i.exec(generator)?.[0].trim() ?? '';
  return name.length < 3 ? null : name;
}

/** What all pages said: the product's name, and how their titles end. */
export function marksOf({ pages }: Lesson): { generator: string | null; ending: string | null } {
  const done = pages.slice(0, TIMES);
  const [first] = done;
  const shared =
    first !== undefined &&
    done.length === TIMES &&
    done.every(({ generator }) => generator === first.generator);
  return {
    generator: shared ? first.generator : null,
    ending: done.at(-1)?.ending?.text ?? null,
  };
}
