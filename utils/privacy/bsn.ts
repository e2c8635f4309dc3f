import { type DigitGroup, isPartedAt, runAt } from './digit-groups';
import type { Folded } from './fold';
import { type Found, found } from './found';
import { hasWordNear } from './words-near';

const LENGTH = 9;
const BSN_WORDS =
  /^(BSN|BSNS|BSNNUMMER|BURGERSERVICENUMMERS?|SOFINUMMERS?|SOFI|BÜRGERSERVICENUMMERN?|CITIZEN|CITOYEN)$/;

/** Dutch citizen service numbers: written as the tax office does (1234.56.789), or near a word for it. */
export function* bsns({ text }: Folded, groups: readonly DigitGroup[]): Generator<Found> {
  for (const index of groups.keys()) {
    const run = runAt(groups, index, LENGTH);
    if (run === null || !isBsn(run.digits)) continue;
    const { start } = run.first;
    const { end } = run.last;
    const isWritten = run.lengths.join('-') === '4-2-3' && run.gaps.every((gap) => gap === '.');
    const mayBe = isPartedAt(run, [3, 6]) || isPartedAt(run, [4, 6]);
    if (isWritten || (mayBe && hasWordNear(text, start, end, BSN_WORDS))) yield found('bsn', start, end);
  }
}

/** The eleven test: weights 9 to 2, and the last digit counts against. */
export function isBsn(digits: string): boolean {
  const weigh = (digit: string, index: number): number => Number(digit) * (index === 8 ? -1 : 9 - index);
  const sum = [...digits].reduce((total, digit, index) => total + weigh(digit, index), 0);
  return digits.length === LENGTH && sum % 11 === 0 && Number(digits) > 0;
}
