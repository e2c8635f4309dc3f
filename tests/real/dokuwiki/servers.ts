import { afterAll, beforeAll } from 'vitest';
import { type RealWiki, startDokuwiki, type WikiOptions } from '../dokuwiki';
import { type Files, makeFiles } from './files';

/** A wiki, and files to upload, for the tests of one file; there once its tests run. */
export function useWiki(options: WikiOptions = {}): { readonly wiki: RealWiki; readonly files: Files } {
  const used: Partial<{ wiki: RealWiki; files: Files }> = {};
  beforeAll(async () => {
    used.files = makeFiles();
    used.wiki = await startDokuwiki(options);
  });
  afterAll(async () => {
    used.files?.remove();
    await used.wiki?.stop();
  });
  return used as { wiki: RealWiki; files: Files };
}
