import { enterpriseNumbers, nationalNumbers } from './belgian-numbers';
import { bsns } from './bsn';
import { digitGroups } from './digit-groups';
import { dossiers } from './dossier';
import { eMails } from './e-mail';
import { type Finding, SENSITIVE_KINDS } from './finding';
import { fold } from './fold';
import type { Found } from './found';
import { ibans } from './iban';
import { phones } from './phone';

export interface SensitiveWishes {
  /** How the organisation writes its dossiers: see `dossiers`. */
  readonly dossierPatterns?: readonly string[];
}

/**
 * What in a text says who somebody is, in order and without overlap: the longest wins, of equal ones the one whose check
 * says most. Takes time that grows with the text, and no more.
 */
export function findSensitive(
  text: string,
  { dossierPatterns = [] }: SensitiveWishes = {},
): readonly Finding[] {
  const folded = fold(text);
  const groups = digitGroups(folded.text);
  const all: Found[] = [
    ...nationalNumbers(groups),
    ...enterpriseNumbers(folded, groups),
    ...ibans(folded),
    ...bsns(folded, groups),
    ...eMails(folded),
    ...dossiers(folded, dossierPatterns),
    ...phones(folded, groups),
  ];
  const original = (offset: number): number => folded.at[offset] ?? text.length;
  return withoutOverlap(all, folded.text.length).map(({ kind, start, end }) => ({
    kind,
    start: original(start),
    end: original(end),
  }));
}

function withoutOverlap(all: readonly Found[], length: number): readonly Found[] {
  const rank = ({ kind }: Found): number => SENSITIVE_KINDS.indexOf(kind);
  const best = all.toSorted(
    (one, other) => other.end - other.start - (one.end - one.start) || rank(one) - rank(other),
  );
  const taken = new Uint8Array(length);
  const kept = best.filter(({ start, end }) => {
    // The longest come first: one that overlaps a kept one has an end of its own inside that.
    if (taken[start] === 1 || taken[end - 1] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((one, other) => one.start - other.start);
}

/** The text with this finding replaced; what stands in its place gives no finding. */
export function mask(text: string, { start, end }: Finding, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** What stays the same however it is parted or capitalised: so one decision holds for every way of writing it. */
export function essence(text: string): string {
  return fold(text).text.replace(/[^\p{L}\p{N}@+]/gu, '');
}
