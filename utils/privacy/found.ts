import type { Finding, SensitiveKind } from './finding';

/** As a finding, with offsets in the folded text. */
export type Found = Finding;

export function found(kind: SensitiveKind, start: number, end: number): Found {
  return { kind, start, end };
}
