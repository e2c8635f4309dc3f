import { join } from 'node:path';
import { build } from 'wxt';

const REGISTER = /utils\/community\/register\.ts$/;
const PLATFORMS = /(PLATFORMS: readonly Platform\[\] = \[)[^\]]*(\])/;

/** The extension as it is shipped, with one platform in its register; gives its folder. */
export async function buildWithOneConnector(folder: string): Promise<string> {
  const outDir = join(folder, 'one');
  await build({
    outDir,
    browser: 'chrome',
    vite: () => ({ plugins: [{ name: 'one-connector', enforce: 'pre', transform: withOne }] }),
  });
  return join(outDir, 'chrome-mv3');
}

function withOne(code: string, id: string): string | null {
  if (!REGISTER.test(id)) return null;
  const changed = code.replace(PLATFORMS, '$1mastodon$2');
  if (changed === code) throw new Error('The register has another form');
  return changed;
}
