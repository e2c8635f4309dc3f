import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '@/demo/run/build';

export interface Folder {
  readonly path: string;
  remove(): void;
}

/** A new, empty folder. */
export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'deelgenoot-e2e-'));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** The shipped build in a folder of its own: a browser reads from it as long as it runs. */
export async function builtExtension(browser: 'chromium' | 'firefox', into: Folder): Promise<string> {
  const built = await buildExtension(browser);
  if (!built.ok) throw new Error(built.error);
  const copy = join(into.path, 'extension');
  cpSync(built.value, copy, { recursive: true });
  return copy;
}
