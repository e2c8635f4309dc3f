import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDataFolder } from '@/demo/run/data-folder';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(path: string, fresh = false) {
  const folder = openDataFolder(path, fresh);
  if (!folder.ok) throw new Error(folder.error);
  return folder.value;
}

describe('the folder of the demo', () => {
  test('is made where it is not there, and remembers', () => {
    const path = join(root, 'a/b');
    const first = open(path);
    first.remember({ port: 4610, member: { ...first.member, joined: true } });
    const second = open(path);
    expect(second.port).toBe(4610);
    expect(second.member).toEqual({ ...first.member, joined: true });
  });

  test('keeps the password from others on the machine', () => {
    open(join(root, 'a'));
    expect(statSync(join(root, 'a/demo.json')).mode & 0o077).toBe(0);
    expect(statSync(join(root, 'a')).mode & 0o077).toBe(0);
  });

  test('is emptied when asked, and begins with another password', () => {
    const first = open(join(root, 'a'));
    writeFileSync(join(root, 'a/more.txt'), 'x');
    const second = open(join(root, 'a'), true);
    expect(existsSync(join(root, 'a/more.txt'))).toBe(false);
    expect(second.member.password).not.toBe(first.member.password);
  });

  test.each([true, false])('is never somebody else’s (fresh: %s)', (fresh) => {
    mkdirSync(join(root, 'photos'));
    writeFileSync(join(root, 'photos/one.jpg'), 'x');
    expect(openDataFolder(join(root, 'photos'), fresh)).toEqual({ ok: false, error: 'folder-not-ours' });
    expect(existsSync(join(root, 'photos/one.jpg'))).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('may be refused by the disk', () => {
    writeFileSync(join(root, 'file'), 'x');
    expect(openDataFolder(join(root, 'file/in'), false)).toEqual({ ok: false, error: 'folder-unwritable' });
    expect(openDataFolder('/proc/deelgenoot', false)).toEqual({ ok: false, error: 'folder-unwritable' });
  });

  test('the intranet’s documents survive', () => {
    const kept = { people: [], folders: [], documents: [], nextId: 7 };
    expect(open(join(root, 'a')).collection()).toBeUndefined();
    open(join(root, 'a')).keepCollection(kept);
    expect(open(join(root, 'a')).collection()).toEqual(kept);
  });
});
