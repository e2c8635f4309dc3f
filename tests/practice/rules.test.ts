import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textFromHtml } from '@/utils/practice/html';
import { countCharacters } from '@/utils/practice/length';
import { problemsOf } from '@/utils/practice/problems';
import { tidy } from '@/utils/practice/tidy';
import { hashtag, hashtags } from '@/utils/practice/topics';
import { aPractice, sendable } from '../support/practices';

test.each([
  ['archief', '#archief'],
  ['digitaal archief', '#DigitaalArchief'],
  ['#informatiebeheer', '#informatiebeheer'],
  ['e-depot', '#EDepot'],
  ['élan vital', '#ÉlanVital'],
  ['हिन्दी', '#हिन्दी'],
  ['ISO 15489', '#ISO15489'],
  ['2024', null],
  ['  ', null],
  ['!?', null],
])('the topic “%s” becomes %s', (topic, tag) => {
  expect(hashtag(topic)).toBe(tag);
});

test('a topic written twice is one hashtag', () => {
  expect(hashtags(['Archief', '#archief', 'DMS'])).toEqual(['#Archief', '#DMS']);
});

test('tidying twice changes nothing', () => {
  fc.assert(
    fc.property(sendable, (practice) => {
      expect(tidy(tidy(practice))).toEqual(tidy(practice));
    }),
  );
});

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['👩‍👩‍👧', 1],
  ['zie https://voorbeeld.be/een/heel/lang/adres/dat/niet/telt?met=vragen', 27],
  ['http://a.be', 23],
  ['@an@elders.example dag', 7],
  ['an@voorbeeld.be', 15],
])('“%s” counts %i characters', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

describe('problemsOf', () => {
  test.each([
    ['Kort', ['title-short']],
    ['Mappen opruimen', []],
    ['🗂️ Mappen op', ['title-short']],
    ['Zeven mappen per week', ['title-long']],
    ['', ['title-short']],
  ])('of a title “%s” says whether a community takes its length', (title, problems) => {
    const practice = aPractice({ title, did: title === '' ? 'Kort.' : 'Iets langs genoeg gedaan' });
    const size = { length: 10, max: 100, title: { least: 15, most: 20 } };
    expect(problemsOf(practice, size)).toEqual(problems);
  });

  test('of a reply asks nothing of a title: it has none', () => {
    const size = { length: 10, max: 100, title: { least: 15, most: 20 } };
    expect(problemsOf(aPractice({ kind: 'answer', title: '', did: 'Ja.' }), size)).toEqual([]);
  });

  test.each([
    ['nothing', {}, []],
    ['a title of spaces', { title: ' \n' }, []],
    ['nothing done', { did: '' }, ['did-missing']],
    ['nothing at all', { title: '', did: '' }, ['did-missing']],
    ['six topics', { topics: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['too-many-topics']],
    ['six topics that are five', { topics: ['a', 'b', 'c', 'd', 'e', 'E'] }, []],
  ] as const)('finds for %s', (_what, changes, problems) => {
    expect(
      problemsOf(aPractice({ ...changes, topics: [...('topics' in changes ? changes.topics : [])] })),
    ).toEqual(problems);
  });

  test('finds a text that is one character too long, and lets the longest pass', () => {
    expect(problemsOf(aPractice(), { length: 501, max: 500 })).toEqual(['too-long']);
    expect(problemsOf(aPractice(), { length: 500, max: 500 })).toEqual([]);
  });
});

test.each([
  ['<p>een</p><p>twee<br>drie</p>', 'een\n\ntwee\ndrie'],
  ['<p>a &amp;lt; b &#x27;&#39;</p>', "a &lt; b ''"],
  ['<p>een</p>\n<p>twee<br />\n drie\nvier</p>', 'een\n\ntwee\ndrie vier'],
  ['<ul><li>een</li><li>twee</li></ul>', '- een\n- twee'],
  ['<p>a</p><ol><li><p>een</p></li><li>twee</li></ol><p>b</p>', 'a\n\n1. een\n\n2. twee\n\nb'],
  ['<ul><li>een<ul><li>half</li></ul></li><li>twee</li></ul>', '- een\n- half\n- twee'],
  ['<p><b>a</b> <em>b</em> <strong><i>c</i></strong></p>', '**a** *b* ***c***'],
  ['x &#0;&#x110000;&onbekend; y', 'x \ufffd\ufffd&onbekend; y'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['zie <a href="https://a.be/x?y=1&amp;z=2">a.be/x?y=1&amp;z=2</a>.', 'zie https://a.be/x?y=1&z=2.'],
  ["<a class='x' href='https://www.a.be/lang/pad'>a.be/lan…</a>", 'https://www.a.be/lang/pad'],
  ['<a href="https://a.be/tags/dms">#<span>dms</span></a>', '#dms'],
  ['<a href="https://a.be">hier…</a> <a>los</a> <a href="javascript:x">x', 'hier… los x'],
])('the HTML %s reads as text', (html, text) => {
  expect(textFromHtml(html)).toBe(text);
});

test.each([
  ['<a>', ''],
  [' \n', ''],
])('HTML of a mebibyte of %j reads as %j', (piece, text) => {
  expect(textFromHtml(piece.repeat(1_048_576 / piece.length)).trim()).toBe(text);
});
