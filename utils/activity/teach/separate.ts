import type { When } from '../recipe';
import { isRefusedName } from '../refused-names';
import { type Constant, claims, type Sketch } from './signal';
import type { Field, Trace } from './trace';

const WHERE = ['body', 'query'] as const;
type Where = (typeof WHERE)[number];

/** Names that say what is being done: where an address serves for everything, they tell one thing from another. */
const TELLING =
  /^(.*[.:_$])?(action|do|cmd|command|op|operation|operationname|method|task|mode|event|transition|step|func)$/i;
const MOST_TELLING = 2;

/**
 * The sketch with what it takes to leave these requests alone; null where nothing tells them apart. Fields that were
 * there all three times go first, then constants, then a field that only the other one had, then a header.
 */
export function separate(sketch: Sketch, other: Trace, cancelled: readonly Trace[]): Sketch | null {
  if (!claims(sketch, other)) return sketch;
  const ways = [
    ...WHERE.flatMap((where) => byPresence(sketch, other, where)),
    ...WHERE.flatMap((where) => byConstant(sketch, where, [...cancelled, other])),
    ...WHERE.flatMap((where) => byAbsence(sketch, other, where)),
    ...byHeader(sketch, other),
  ];
  return (
    ways.find((way) => !claims(way, other) && way.triple.traces.every((trace) => claims(way, trace))) ?? null
  );
}

/** One address for everything, as `/api` or `/index.php`: what was asked for stands in the request itself. */
export function narrowed(sketch: Sketch, cancelled: readonly Trace[]): Sketch {
  const words = sketch.path.filter(({ kind }) => kind === 'text').length;
  const isOneForAll =
    words < 2 || sketch.path.some((part) => part.kind === 'text' && /\.\w+$/.test(part.text));
  if (!isOneForAll) return sketch;
  const telling = WHERE.flatMap((where) => constantsOf(sketch, where, cancelled)).filter(({ name }) =>
    TELLING.test(name),
  );
  return telling.slice(0, MOST_TELLING).reduce(withConstant, sketch);
}

function fieldsOf(trace: Trace, where: Where): readonly Field[] {
  return where === 'body' ? trace.body.fields : trace.query;
}

function has(trace: Trace, where: Where, name: string): boolean {
  return fieldsOf(trace, where).some((field) => field.name === name);
}

function sharedNames({ triple: { traces } }: Sketch, where: Where): string[] {
  const [first] = traces;
  return fieldsOf(first, where)
    .map(({ name }) => name)
    .filter((name) => !isRefusedName(name) && traces.every((trace) => has(trace, where, name)));
}

function byPresence(sketch: Sketch, other: Trace, where: Where): Sketch[] {
  const names = sharedNames(sketch, where).filter((name) => !has(other, where, name));
  return names.map((name) => withPart(sketch, where, name, true));
}

/** Values that were the same all three times, and in none of these: a word of the system, not of the person. */
function constantsOf(sketch: Sketch, where: Where, others: readonly Trace[]): Constant[] {
  const [, , last] = sketch.triple.traces;
  const free = sharedNames(sketch, where).filter((name) => !Object.hasOwn(sketch.when[where] ?? {}, name));
  return free.flatMap((name) => {
    const mark = (trace: Trace): number | undefined =>
      fieldsOf(trace, where).find((field) => field.name === name)?.word.mark;
    const value = fieldsOf(last, where).find((field) => field.name === name)?.word.text;
    const same = sketch.triple.traces.every((trace) => mark(trace) === mark(last));
    return value !== undefined && same && others.every((trace) => mark(trace) !== mark(last))
      ? [{ where, name, value }]
      : [];
  });
}

function byConstant(sketch: Sketch, where: Where, others: readonly Trace[]): Sketch[] {
  const constants = constantsOf(sketch, where, others);
  const inOrder = [...constants].sort((a, b) => Number(TELLING.test(b.name)) - Number(TELLING.test(a.name)));
  return inOrder.map((constant) => withConstant(sketch, constant));
}

function withConstant(sketch: Sketch, constant: Constant): Sketch {
  const { where, name, value } = constant;
  const mark = fieldsOf(sketch.triple.traces[2], where).find((field) => field.name === name)?.word.mark;
  return {
    ...withPart(sketch, where, name, value),
    constants: [...sketch.constants, constant],
    texts: new Map([...sketch.texts, [`${where} ${name} ${mark}`, value]]),
  };
}

/** A recipe never asks that a field is absent: it leaves alone what has it. */
function byAbsence(sketch: Sketch, other: Trace, where: Where): Sketch[] {
  const strange = fieldsOf(other, where)
    .map(({ name }) => name)
    .filter(
      (name) => !isRefusedName(name) && sketch.triple.traces.every((trace) => !has(trace, where, name)),
    );
  return strange.map((name) => {
    const negative: When = { path: sketch.when.path, [where]: { [name]: true } };
    return { ...sketch, ignore: [...sketch.ignore, negative] };
  });
}

function byHeader(sketch: Sketch, other: Trace): Sketch[] {
  const [first, ...rest] = sketch.triple.traces;
  const names = first.headers.filter(
    (name) => rest.every(({ headers }) => headers.includes(name)) && !other.headers.includes(name),
  );
  return names.map((name) => withPart(sketch, 'res', name, true));
}

function withPart(sketch: Sketch, part: Where | 'res', name: string, pattern: true | string): Sketch {
  return { ...sketch, when: { ...sketch.when, [part]: { ...sketch.when[part], [name]: pattern } } };
}
