import { readFileSync } from 'node:fs';
import { CHANNEL_KINDS, type Channel } from '@/utils/practice/channels';
import { compass } from '@/utils/practice/compass';

/** A text, and where people say that it belongs; `community` is where the compass should be silent. */
export interface JudgedText {
  readonly language: string;
  readonly label: string;
  readonly text: string;
}

/** How a compass did on some texts. */
export interface Score {
  readonly texts: number;
  readonly spoke: number;
  readonly right: number;
}

/** A charter that names a channel for every kind. */
export const WHOLE_CHARTER: readonly Channel[] = CHANNEL_KINDS.map((kind) => ({ kind, channel: kind }));

export function readTexts(path: string): readonly JudgedText[] {
  return JSON.parse(readFileSync(path, 'utf8')) as JudgedText[];
}

/** What the compass says of a text: a kind, or nothing. */
export function said({ text, language }: Pick<JudgedText, 'text' | 'language'>): string | null {
  return compass(text, language, WHOLE_CHARTER)?.channel.kind ?? null;
}

export function scoreOf(texts: readonly JudgedText[]): Score {
  const spoken = texts.filter((one) => said(one) !== null);
  const right = spoken.filter((one) => said(one) === one.label).length;
  return { texts: texts.length, spoke: spoken.length, right };
}

/** The score by language and label, for a table. */
export function scoresByGroup(texts: readonly JudgedText[]): Readonly<Record<string, Score>> {
  const groups = new Map<string, JudgedText[]>();
  for (const one of texts) {
    const name = `${one.language} ${one.label}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const sorted = [...groups].sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(sorted.map(([name, group]) => [name, scoreOf(group)]));
}
