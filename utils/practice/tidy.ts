import { arranged } from './lines';
import type { Practice } from './practice';
import { proposedTitle } from './title';
import { hashtags } from './topics';
import { isReply } from './words';

/**
 * The practice as a post can carry it, without its pictures: what rendering and reading give back unchanged. Where the
 * person gave no title it has the one that is proposed; a reply has neither title nor topics. Tidying twice changes nothing.
 */
export function tidy(practice: Practice): Practice {
  const { kind, language } = practice;
  const did = kind === 'reuse' ? tidyLine(practice.did) : tidyText(practice.did);
  const what = { language, ...(kind === undefined ? {} : { kind }) };
  if (isReply(practice)) return { title: '', did, why: '', tip: '', topics: [], link: null, ...what };
  return {
    title: titleOf(practice),
    did,
    why: tidyText(practice.why),
    tip: kind === undefined ? tidyText(practice.tip) : '',
    topics: hashtags(practice.topics).map((tag) => tag.slice(1)),
    link: practice.link === null ? null : tidyLink(practice.link),
    ...what,
  };
}

/** What it is called: what the person says, or what is proposed. A reply is called after what it says. */
export function titleOf({ title, did }: Pick<Practice, 'title' | 'did'>): string {
  return tidyLine(title) || tidyLine(proposedTitle(tidyText(did)));
}

function tidyLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Line ends of any system become one kind; no spaces at line ends; one empty line between paragraphs and lists. */
function tidyText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/gu, '\n')
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
  return arranged(lines.join('\n'));
}

function tidyLink(link: string): string | null {
  const whole = link.trim().replace(/\s/gu, encodeURIComponent);
  return whole === '' ? null : whole;
}
