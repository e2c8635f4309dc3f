import type { Practice } from './practice';
import { hashtags } from './topics';

/** The practice as a post can carry it: what rendering and reading give back unchanged. Tidying twice changes nothing. */
export function tidy(practice: Practice): Practice {
  return {
    title: tidyLine(practice.title),
    did: tidyText(practice.did),
    why: tidyText(practice.why),
    tip: tidyText(practice.tip),
    topics: hashtags(practice.topics).map((tag) => tag.slice(1)),
    link: practice.link === null ? null : tidyLink(practice.link),
    language: practice.language,
  };
}

function tidyLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Line ends of any system become one kind; no spaces at line ends; at most one empty line between paragraphs. */
function tidyText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/gu, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function tidyLink(link: string): string | null {
  const whole = link.trim().replace(/\s/gu, encodeURIComponent);
  return whole === '' ? null : whole;
}
