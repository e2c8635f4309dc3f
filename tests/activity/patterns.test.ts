import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob } from '@/utils/activity/patterns';
import { isRefusedName } from '@/utils/activity/refused-names';
import { slowlyMatches } from './reference-matcher';

const PATH = { separator: '/', ignoreCase: false, floats: true } as const;
const TEXT = { separator: '', ignoreCase: false } as const;

/** Few letters, so that random patterns and texts meet. */
const text = fc.array(fc.constantFrom('a', 'b', '/', 'ab', '.'), { maxLength: 9 }).map((all) => all.join(''));
const pattern = fc
  .array(fc.constantFrom('a', 'b', '/', '*', '**', '{x}', '{y**}', '{a|ab|}', '{b|/}', '{', '}', '.'), {
    maxLength: 7,
  })
  .map((all) => all.join(''));

describe('a pattern', () => {
  test.each([
    ['/doku.php', '/doku.php', {}],
    ['/doku.php', '/wiki/doku.php', {}],
    ['/doku.php', '/mydoku.php', null],
    ['/doku.php', '/doku.php/start', null],
    ['/doku.php**', '/doku.php/start', {}],
    ['/documents/{id}/edit', '/dms/documents/7/edit', { id: '7' }],
    ['/documents/{id}/edit', '/documents//edit', null],
    ['/documents/{id}/edit', '/documents/7/8/edit', null],
    ['/dav/files/{user}/{path**}', '/dav/files/anna/a/b.pdf', { user: 'anna', path: 'a/b.pdf' }],
    ['/a/{rest**}', '/a/a/b', { rest: 'a/b' }],
    ['/{posts|pages}/{id}', '/pages/7', { id: '7' }],
    ['/{posts|pages}/{id}', '/media/7', null],
    ['/_api/**/publish(**', "/sites/x/_api/web/file('a')/publish(comment='')", {}],
    ['/files/*.pdf', '/files/a/b.pdf', null],
    ['/a{b', '/a{b', {}],
  ])('%s on the path %s', (glob, path, expected) => {
    const captured = compileGlob(glob, PATH).match(path);
    expect(captured === null ? null : { ...captured }).toEqual(expected);
  });

  test.each([
    ['*message=6*', 'http://a/post.php?message=6', {}],
    ['*/dav/files/*/{path**}', 'https://a/dav/files/anna/x/y', { path: 'x/y' }],
    ['', '', {}],
    ['', 'a', null],
    ['*', '', {}],
    ['{x}', '', null],
  ])('%s on the text %s', (glob, value, expected) => {
    const captured = compileGlob(glob, TEXT).match(value);
    expect(captured === null ? null : { ...captured }).toEqual(expected);
  });

  test('agrees with a slow matcher that tries everything', () => {
    fc.assert(
      fc.property(pattern, text, fc.constantFrom(PATH, TEXT), (glob, value, options) => {
        const quickly = compileGlob(glob, options).match(value) !== null;
        expect(quickly).toBe(slowlyMatches(glob, value, options));
      }),
      { numRuns: 4000 },
    );
  });

  test('captures parts that, put back into it, give the text again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '/', 'b', '*'), { maxLength: 3 }), text, (ends, value) => {
        const glob = `${ends.join('')}{x}/{y**}`;
        const captured = compileGlob(glob, TEXT).match(value);
        if (captured === null) return;
        const filled = glob.replace('{x}', captured.x ?? '').replace('{y**}', captured.y ?? '');
        expect(compileGlob(filled, TEXT).match(value)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the same in capitals where case does not count, and captures the letters as they were', () => {
    const glob = compileGlob('/_api/SitePages/pages({id})/Publish', { ...PATH, ignoreCase: true });
    expect({ ...glob.match('/_API/sitepages/Pages(Seven)/publish') }).toEqual({ id: 'Seven' });
  });

  test.each(['İstanbul', 'STRAẞE', 'ΟΔΟΣ', 'ÅNGSTRÖM'])(
    '%s keeps its length when case does not count',
    (word) => {
      const glob = compileGlob(`/{place}/${word}/edit`, { ...PATH, ignoreCase: true });
      expect({ ...glob.match(`/${word}/${word}/edit`) }).toEqual({ place: word });
    },
  );

  test('captures under a name that every object has', () => {
    const captured = compileGlob('/{__proto__}/{constructor}', PATH).match('/a/b');
    expect(captured?.constructor).toBe('b');
    expect(Object.getOwnPropertyDescriptor(captured, '__proto__')?.value).toBe('a');
  });
});

describe('whatever a stranger writes', () => {
  test('what is named like a secret is never captured', () => {
    const named = fc.tuple(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('pass', 'TOKEN', 'Secret', 'nonce', 'sectok', 'apiKey'),
    );
    fc.assert(
      fc.property(named, ([before, name]) => {
        const safe = before.replace(/[{}|*]/g, '');
        expect(isRefusedName(safe + name)).toBe(true);
        expect(Object.values(compileGlob(`/{${safe}${name}}`, PATH).match('/canary') ?? {})).toEqual([]);
      }),
    );
  });

  test('a pattern made to backtrack ends at once', () => {
    const glob = compileGlob(`${'*a'.repeat(100)}*b*c`, TEXT);
    expect(glob.match(`${'a'.repeat(10_000)}c`)).toBeNull();
  });
});
