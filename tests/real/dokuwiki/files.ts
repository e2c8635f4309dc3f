import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPhp } from '@/scripts/prepare/programs.mjs';

/** Paths of what people upload. */
export interface Files {
  readonly document: string;
  readonly photo: string;
  readonly note: string;
  /** The same name, another content. */
  readonly newNote: string;
  readonly drawing: string;
  /** Of a type that no wiki takes. */
  readonly program: string;
  remove(): void;
}

/** Puts them into a folder of their own. */
export function makeFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-files-'));
  const write = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  mkdirSync(join(folder, 'new'));
  return {
    document: write('Plan 2026.pdf', '%PDF-1.4\n%%EOF\n'),
    photo: photo(join(folder, 'foto.jpg')),
    note: write('nota.pdf', 'oud'),
    newNote: write('new/nota.pdf', 'nieuw'),
    drawing: write('tekening.pdf', 'een lijn'),
    program: write('program.exe', 'MZ'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A real one: applications read what is in it, and write into it. */
function photo(path: string): string {
  execFileSync(findPhp() ?? 'php', ['-r', 'imagejpeg(imagecreatetruecolor(64, 48), $argv[1]);', '--', path]);
  return path;
}
