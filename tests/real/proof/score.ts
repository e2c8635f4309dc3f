import { VERBS, type Verb } from '@/utils/activity/activity';
import type { Expected, Seen, Walked } from './step';

/** How well one verb, or all of them, was recognised. */
export interface Score {
  readonly activities: number;
  readonly recognised: number;
  readonly missed: number;
  /** Seen where nothing of that verb happened. */
  readonly false: number;
  readonly titleRight: number;
  readonly linkRight: number;
}

export interface Scores {
  readonly verbs: ReadonlyMap<Verb, Score>;
  readonly total: Score;
  readonly negatives: number;
  /** Negatives in which nothing was seen. */
  readonly silent: number;
  /** Each miss, false activity, wrong title or link, in words. */
  readonly flaws: readonly string[];
  /** Steps that did not happen as they should: then the scores prove nothing. */
  readonly broken: readonly string[];
}

export const NOTHING: Score = {
  activities: 0,
  recognised: 0,
  missed: 0,
  false: 0,
  titleRight: 0,
  linkRight: 0,
};

/** Adds up what came of every step. */
export function score(walked: readonly Walked[]): Scores {
  const judged = walked.map(judge);
  const rows = judged.flatMap(({ rows }) => rows);
  const ofVerb = (verb: Verb): readonly (readonly [Verb, Score])[] => rows.filter((row) => row[0] === verb);
  const present = VERBS.filter((verb) => ofVerb(verb).length > 0);
  const negatives = walked.filter(({ expect }) => expect === null);
  return {
    verbs: new Map(present.map((verb) => [verb, sum(ofVerb(verb).map(([, row]) => row))])),
    total: sum(rows.map(([, row]) => row)),
    negatives: negatives.length,
    silent: negatives.filter(({ seen }) => seen.length === 0).length,
    flaws: judged.flatMap(({ flaws }) => flaws),
    broken: walked.flatMap(({ what, broken }) => (broken === null ? [] : [`${what}: ${broken}`])),
  };
}

/** Part of a whole, from 0 to 1; 1 where there was nothing to get wrong. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

interface Judged {
  readonly rows: readonly (readonly [Verb, Score])[];
  readonly flaws: readonly string[];
}

function judge({ what, expect, seen }: Walked): Judged {
  const index = seen.findIndex(({ verb }) => verb === expect?.verb);
  const wrong = seen.filter((_activity, at) => at !== index);
  const found = expect === null ? null : judgeExpected(what, expect, seen[index]);
  return {
    rows: [...(found?.rows ?? []), ...wrong.map(({ verb }) => [verb, { ...NOTHING, false: 1 }] as const)],
    flaws: [...(found?.flaws ?? []), ...wrong.map((activity) => `false: ${what} → ${describe(activity)}`)],
  };
}

function judgeExpected(what: string, expect: Expected, hit: Seen | undefined): Judged {
  if (hit === undefined) {
    const row = { ...NOTHING, activities: 1, missed: 1 };
    return { rows: [[expect.verb, row]], flaws: [`missed: ${what} (${expect.verb})`] };
  }
  const isTitleRight = expect.title === undefined || expect.title === hit.title;
  const isLinkRight = expect.link === undefined || expect.link === hit.link;
  const row = {
    ...NOTHING,
    activities: 1,
    recognised: 1,
    titleRight: Number(isTitleRight),
    linkRight: Number(isLinkRight),
  };
  const flaws = [
    ...(isTitleRight ? [] : [`title: ${what} → "${hit.title}", not "${expect.title}"`]),
    ...(isLinkRight ? [] : [`link: ${what} → ${hit.link}, not ${expect.link}`]),
  ];
  return { rows: [[expect.verb, row]], flaws };
}

function describe({ verb, title, link }: Seen): string {
  return `${verb} "${title}" ${link ?? '(no link)'}`;
}

function sum(rows: readonly Score[]): Score {
  return rows.reduce(
    (total, row) => ({
      activities: total.activities + row.activities,
      recognised: total.recognised + row.recognised,
      missed: total.missed + row.missed,
      false: total.false + row.false,
      titleRight: total.titleRight + row.titleRight,
      linkRight: total.linkRight + row.linkRight,
    }),
    NOTHING,
  );
}
