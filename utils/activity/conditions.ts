import type { Captures } from './glob-walk';
import { compileGlob } from './patterns';
import type { Pattern, StatusPattern } from './recipe';

/** Tests the values that one name has; `undefined`: it cannot be known, which proves nothing either way. */
export type Condition = (values: readonly string[] | undefined) => Captures | null;

const NOTHING_CAPTURED: Captures = {};

/** Compiles the pattern of a query name, header, field or address. */
export function compileCondition(pattern: Pattern, ignoreCase = false): Condition {
  if (Array.isArray(pattern)) {
    const several = pattern.map((each) => compileCondition(each, ignoreCase));
    return (values) => firstOf(several, (condition) => condition(values));
  }
  if (pattern === null) return (values) => (values?.length === 0 ? NOTHING_CAPTURED : null);
  if (pattern === true)
    return (values) => (values !== undefined && values.length > 0 ? NOTHING_CAPTURED : null);
  if (pattern.startsWith('!')) return compileNot(pattern.slice(1), ignoreCase);
  const glob = compileGlob(pattern, { separator: '', ignoreCase });
  return (values) => firstOf(values ?? [], (value) => glob.match(value));
}

function compileNot(pattern: string, ignoreCase: boolean): Condition {
  const glob = compileGlob(pattern, { separator: '', ignoreCase });
  return (values) => (values?.every((value) => glob.match(value) === null) ? NOTHING_CAPTURED : null);
}

function firstOf<Item>(items: readonly Item[], test: (item: Item) => Captures | null): Captures | null {
  for (const item of items) {
    const captured = test(item);
    if (captured !== null) return captured;
  }
  return null;
}

/** Compiles `2xx`, `3xx`, one status or a list of them. */
export function compileStatus(pattern: StatusPattern): (status: number) => boolean {
  const wanted = Array.isArray(pattern) ? pattern : [pattern];
  return (status) =>
    wanted.some((each) =>
      typeof each === 'number' ? each === status : Number(each[0]) === Math.floor(status / 100),
    );
}
