/** The labels of a rendered practice, in the practice's own language. */
export interface PracticeWords {
  readonly did: string;
  readonly why: string;
  readonly tip: string;
  readonly page: string;
}

type WordKey = 'practice.did' | 'practice.why' | 'practice.tip' | 'practice.page';

/** The labels from a catalogue: give the translator of the language that the practice is written in. */
export function practiceWords(translate: (key: WordKey) => string): PracticeWords {
  return {
    did: translate('practice.did'),
    why: translate('practice.why'),
    tip: translate('practice.tip'),
    page: translate('practice.page'),
  };
}
