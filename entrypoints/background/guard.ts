import type { Text } from '@/utils/language';
import type { FindingView, GuardedField } from '@/utils/messaging/guard-views';
import type { Draft } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import { tidy } from '@/utils/practice/tidy';
import { essence, findSensitive } from '@/utils/privacy/find-sensitive';
import type { Finding } from '@/utils/privacy/finding';
import type { Services } from './services';

/** A text that a person wrote, and where it stands. */
interface Written {
  readonly field: GuardedField;
  readonly index: number;
  readonly text: string;
}

interface Located extends Finding, Pick<Written, 'field' | 'index'> {
  /** What stands there. */
  readonly text: string;
}

export interface Guard {
  /** Everything found in a draft that is sent as `sent`, with what the person let stand; `t` in the draft's language. */
  findingsIn(draft: Draft, sent: string, t: Text): readonly FindingView[];
  /** Whether nothing is open. */
  isClear(draft: Draft, sent: string): boolean;
}

/** What must not leave unseen, by the rules of now: the detectors and how the organisation writes its dossiers. */
export async function createGuard({ policy }: Pick<Services, 'policy'>): Promise<Guard> {
  const { dossierPatterns = [] } = (await policy()).policy;
  return guardWith(dossierPatterns);
}

/** A guard that knows dossiers by these patterns. */
export function guardWith(dossierPatterns: readonly string[]): Guard {
  const locate = (draft: Draft, sent: string) => locateAll(draft.practice, sent, { dossierPatterns });
  return {
    findingsIn: (draft, sent, t) =>
      locate(draft, sent).map((one) => ({
        ...one,
        id: `${one.field}-${one.index}-${one.start}-${one.kind}`,
        mask: `[${t(`guard.mask-${one.kind}`)}]`,
        reason: reasonOf(draft, one),
      })),
    isClear: (draft, sent) => locate(draft, sent).every((one) => reasonOf(draft, one) !== null),
  };
}

function reasonOf({ overrides = [] }: Draft, { kind, text }: Located): string | null {
  const wanted = essence(text);
  return overrides.find((one) => one.kind === kind && essence(one.text) === wanted)?.reason ?? null;
}

/** A sign that stands for itself: in Markdown, and where a line would else begin like one of ours. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/**
 * What was found in each field as it was typed, and what only the whole has as it is sent: there spaces and lines were
 * tidied, and a word in one field says what a number in another is.
 */
function locateAll(
  practice: Practice,
  sent: string,
  wishes: Parameters<typeof findSensitive>[1],
): readonly Located[] {
  const fields = fieldsOf(practice);
  const inFields = fields.flatMap(({ field, index, text }) =>
    findSensitive(text, wishes).map((one) => ({
      ...one,
      field,
      index,
      text: text.slice(one.start, one.end),
    })),
  );
  const known = new Set(inFields.map(({ text }) => essence(text)));
  const read = sent.replace(ESCAPED, '$1');
  const inWhole = findSensitive(read, wishes)
    .map((one) => ({ ...one, field: 'whole' as const, index: 0, text: read.slice(one.start, one.end) }))
    .filter(({ text }) => !known.has(essence(text)))
    .map((one) => inItsField(one, fields));
  return [...inFields, ...inWhole];
}

function inItsField(one: Located, fields: readonly Written[]): Located {
  for (const { field, index, text } of fields) {
    const start = text.indexOf(one.text);
    if (start !== -1) return { ...one, field, index, start, end: start + one.text.length };
  }
  return one;
}

function fieldsOf(practice: Practice): readonly Written[] {
  const { title, did, why, topics, pictures = [], link } = practice;
  const tip = tidy(practice).tip === '' ? '' : practice.tip; // a question has none, and shows no field in which to mask it
  const several = (field: GuardedField, texts: readonly string[]): Written[] =>
    texts.map((text, index) => ({ field, index, text }));
  return [
    ...several('did', [did]),
    ...several('why', [why]),
    ...several('tip', [tip]),
    ...several('title', [title]),
    ...several('topics', topics),
    ...several(
      'pictures',
      pictures.map(({ description }) => description),
    ),
    ...several('link', link === null ? [] : [link]),
  ];
}
