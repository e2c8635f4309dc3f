import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, callOf } from '@/utils/community/connectors/dokuwiki/xml';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';

const answer = (value: string) =>
  `<?xml version="1.0"?>\n<methodResponse><params><param><value>${value}</value></param></params></methodResponse>`;

describe('what an answer holds', () => {
  test.each<[string, unknown]>([
    ['<string>a &lt;b&gt; &amp;amp; &quot;c&quot; &#233;</string>', 'a <b> &amp; "c" é'],
    ['no type', 'no type'],
    ['', ''],
    ['<string></string>', ''],
    ['<string/>', ''],
    ['<int>-5</int>', -5],
    ['<i4>7</i4>', 7],
    ['<double>1.5</double>', 1.5],
    ['<boolean>1</boolean>', true],
    ['<boolean>0</boolean>', false],
    ['<dateTime.iso8601>2026-11-26T06:18:47+00:00</dateTime.iso8601>', '2026-11-26T06:18:47+00:00'],
    ['<array><data></data></array>', []],
    ['<array><data><value><int>1</int></value><value>x</value></data></array>', [1, 'x']],
    ['<struct></struct>', {}],
    [
      '<struct><member><name>a</name><value><array><data><value><struct><member><name>b</name><value>c</value></member></struct></value></data></array></value></member></struct>',
      { a: [{ b: 'c' }] },
    ],
  ])('%s', (xml, value) => {
    expect(answerOf(answer(xml))).toEqual({ value });
  });

  test('a name that objects have of their own is a name like any other', () => {
    const xml = '<struct><member><name>__proto__</name><value>x</value></member></struct>';
    const { value } = answerOf(answer(xml)) ?? {};
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  test('a fault is one', () => {
    const fault =
      '<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>133</int></value></member><member><name>faultString</name><value><string>locked</string></value></member></struct></value></fault></methodResponse>';
    expect(answerOf(fault)).toEqual({ value: null, fault: { code: 133, message: 'locked' } });
  });
});

describe('what is no answer', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  test.each([
    '',
    '<html><p>Aanmelden</p></html>',
    '{"a":1}',
    '<methodResponse></methodResponse>',
    bomb + answer('<string>&b;</string>'),
    answer('<![CDATA[x]]>'),
    answer('<string>x</string>').slice(0, 80),
    answer(`${'<array><data><value>'.repeat(50)}${'</value></data></array>'.repeat(50)}`),
  ])('%s', (xml) => {
    expect(answerOf(xml)).toBeNull();
  });

  test('nothing breaks it, and it never takes long', () => {
    const pieces = fc.constantFrom(
      ...[
        '<value>',
        '</value>',
        '<array>',
        '</array>',
        '<struct>',
        '</struct>',
        '<name>',
        '</name>',
        '<member>',
      ],
      ...['<string>', '</string>', '<int>', '&#x;', '&amp;', '<', '>', '</methodResponse>', '<fault>', 'x'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        answerOf(`<methodResponse>${parts.join('')}</methodResponse>`);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(answerOf(answer('<'.repeat(500_000)))).toEqual({ value: '' });
  });
});

test('what is sent is read as it was written, what XML has no way to write too', () => {
  const sent = HOSTILE_TEXTS.filter((text) => !/\p{Cs}/u.test(text)).map((text) => text.replaceAll('\r', ''));
  for (const text of sent.slice(0, 200)) {
    const [, type = '', inside = ''] =
      /<value><(string|base64)>(.*)<\/\1><\/value>/su.exec(callOf('x', [text])) ?? [];
    const read =
      type === 'base64'
        ? Buffer.from(inside, 'base64').toString('utf8')
        : answerOf(answer(`<string>${inside}</string>`))?.value;
    expect(read).toBe(text);
  }
});
