import { expect, test } from 'vitest';
import { colleaguesPosts } from '@/demo/run/colleagues';
import { LANGUAGES } from '@/utils/language/languages';
import { read } from '@/utils/practice/read';
import { practiceWords } from '@/utils/practice/words';
import { textOf } from '../components/support';

test.each(LANGUAGES)(
  'what colleagues of the demo post in %s reads as three practices and a question',
  (language) => {
    const t = textOf(language);
    const posts = colleaguesPosts(t).map(({ text, reference }) => {
      const found = read(text, { [language]: practiceWords(t) });
      expect(found?.reference).toBe(reference);
      return found?.practice;
    });
    expect(posts.map((practice) => practice?.kind)).toEqual([undefined, undefined, undefined, 'question']);
    expect(posts[0]).toMatchObject({ title: t('welcome.example-1-title'), did: t('welcome.example-1-did') });
  },
);
