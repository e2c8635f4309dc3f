import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedLanguage, readOptions } from '@/demo/run/options';

const read = (...args: string[]) => {
  const options = readOptions(args);
  if (!options.ok) throw new Error(options.error.key);
  return options.value;
};

describe('the options of npm start', () => {
  test('without any, it keeps its data and chooses its ports', () => {
    const folder = resolve('.deelgenoot/demo');
    expect(read()).toMatchObject({ headless: false, fresh: false, browser: true, port: null, folder });
  });

  test('what drives itself begins anew, on data of its own', () => {
    const folder = resolve('.deelgenoot/headless');
    expect(read('--headless')).toMatchObject({ headless: true, fresh: true, folder });
  });

  test('each can be chosen', () => {
    expect(
      read('--fresh', '--no-browser', '--port', '5000', '--data', '/d', '--language', 'en'),
    ).toMatchObject({
      fresh: true,
      browser: false,
      port: 5000,
      folder: '/d',
      language: 'en',
    });
  });

  test.each(['0', '-1', '65534', '80.5', 'abc', '', ' ', '1e9'])('“%s” is no port', (port) => {
    expect(readOptions([`--port=${port}`])).toEqual({ ok: false, error: { key: 'bad-port', port } });
  });

  test.each([[['--what']], [['file']], [['--headless=yes']], [['--data']]])(
    '%j is not understood',
    (args) => {
      expect(readOptions(args)).toEqual({ ok: false, error: { key: 'bad-option' } });
    },
  );

  test.each([
    [['--bogus', '--language', 'en'], 'en'],
    [['--language=en', '--port=x'], 'en'],
    [['--language'], undefined],
    [[], undefined],
  ])('%j is refused in the language that it asks for', (args, language) => {
    expect(askedLanguage(args)).toBe(language);
  });
});
