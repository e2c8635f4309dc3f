import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_ID } from '@/scripts/browsers/chromium';

/** Folders of a profile that hold what extensions keep; some are shared with web pages. */
const SHARED = ['Service Worker', 'Local Storage', 'Session Storage', 'WebStorage', 'File System'];
const SHARED_BY_EXTENSIONS = ['Extension State', 'Extension Rules', 'Extension Scripts'];

/** Every file of a profile in which the extension may have written, by path. */
export function filesOfExtension(profile: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const isOurs = (path: string) =>
    path.includes(EXTENSION_ID) || [...SHARED, ...SHARED_BY_EXTENSIONS].some((name) => path.startsWith(name));
  const root = join(profile, 'Default');
  const visit = (path: string): void => {
    const whole = join(root, path);
    if (statSync(whole).isDirectory()) for (const name of readdirSync(whole)) visit(join(path, name));
    else if (isOurs(path)) files.set(path, readFileSync(whole));
  };
  for (const name of readdirSync(root)) visit(name);
  return files;
}
