import { spansOf } from './spans';

/** How a format writes a run of text. */
export interface Hand {
  readonly strong: readonly [open: string, close: string];
  readonly emphasis: readonly [open: string, close: string];
  readonly text: (text: string) => string;
  readonly link: (address: string) => string;
}

const LOOKS = ['strong', 'emphasis'] as const;

/** A line in another format. */
export function writeLine(line: string, hand: Hand): string {
  const open: (typeof LOOKS)[number][] = [];
  let written = '';
  const closeAllBut = (looks: { readonly [Look in (typeof LOOKS)[number]]?: true }): void => {
    for (let last = open.at(-1); last !== undefined && looks[last] !== true; last = open.at(-1)) {
      written += hand[last][1];
      open.pop();
    }
  };
  for (const span of spansOf(line)) {
    closeAllBut(span);
    for (const look of LOOKS) {
      if (span[look] !== true || open.includes(look)) continue;
      written += hand[look][0];
      open.push(look);
    }
    written += span.href === undefined ? hand.text(span.text) : hand.link(span.href);
  }
  closeAllBut({});
  return written;
}
