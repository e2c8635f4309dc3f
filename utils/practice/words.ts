import type { Practice } from './practice';

/** The labels of a rendered practice, in the practice's own language. */
export interface PracticeWords {
  readonly did: string;
  readonly why: string;
  readonly tip: string;
  readonly page: string;
  readonly question: string;
  /** Of a question: what for. */
  readonly purpose: string;
  readonly answer: string;
  readonly reuse: string;
  readonly conclusion: string;
  /** Of a conclusion: where it was talked about. */
  readonly discussion: string;
}

/** The labels from a catalogue: give the translator of the language that the practice is written in. */
export function practiceWords(translate: (key: `practice.${keyof PracticeWords}`) => string): PracticeWords {
  return {
    did: translate('practice.did'),
    why: translate('practice.why'),
    tip: translate('practice.tip'),
    page: translate('practice.page'),
    question: translate('practice.question'),
    purpose: translate('practice.purpose'),
    answer: translate('practice.answer'),
    reuse: translate('practice.reuse'),
    conclusion: translate('practice.conclusion'),
    discussion: translate('practice.discussion'),
  };
}

/** A field of a practice, and what stands before it in a post. */
export interface Label {
  readonly field: 'did' | 'why' | 'tip' | 'link';
  readonly text: string;
}

/** The labels of one kind of practice, in their order; the first one is always there. */
export function labelsOf(kind: Practice['kind'], words: PracticeWords): readonly [Label, ...Label[]] {
  const page: Label = { field: 'link', text: words.page };
  if (kind === 'answer' || kind === 'reuse') return [{ field: 'did', text: words[kind] }];
  if (kind === 'question')
    return [{ field: 'did', text: words.question }, { field: 'why', text: words.purpose }, page];
  if (kind === 'conclusion')
    return [
      { field: 'did', text: words.conclusion },
      { field: 'why', text: words.why },
      { field: 'link', text: words.discussion },
    ];
  return [
    { field: 'did', text: words.did },
    { field: 'why', text: words.why },
    { field: 'tip', text: words.tip },
    page,
  ];
}

/** Whether it stands below what it answers, without a title of its own. */
export function isReply({ kind }: Pick<Practice, 'kind'>): boolean {
  return kind === 'answer' || kind === 'reuse';
}
