import type { PlainResponse } from '../../connector';
import type { Recogniser } from '../../platform';
import { answerOf } from './shapes';

/** Where wikis have it, below the address that people know. */
const FOLDERS = ['/w', '', '/mediawiki'];
const QUERY = 'action=query&meta=siteinfo&siprop=general&format=json&formatversion=2';

/** By its API: it says itself in which folder it stands, also where it says nothing else to strangers. */
export const recognise: Recogniser = {
  probes: (base) => {
    const typed = base.replace(/\/(?:api|index)\.php.*$/u, '');
    return FOLDERS.map((folder) => ({
      method: 'GET',
      url: `${typed}${folder}/api.php?${QUERY}`,
      headers: { accept: 'application/json' },
    }));
  },
  read: (response, base) => {
    const general = answerOf(response)?.query?.general;
    const folder = general?.scriptpath ?? closedFolder(response);
    if (folder === null || !/^(?:\/[^?#]*)?$/u.test(folder)) return null;
    const version = general?.generator?.replace(/^MediaWiki\s*/u, '') ?? '';
    return { base: `${new URL(base).origin}${folder}`, name: general?.sitename?.trim() ?? '', version };
  },
};

/** A wiki that only its members may read names its address in the refusal. */
function closedFolder(response: PlainResponse): string | null {
  const error = answerOf(response)?.error;
  const address = /https?:\/\/[^\s/]+(\/[^\s?#]*)?\/api\.php/u.exec(error?.docref ?? '');
  return error?.code === 'readapidenied' && address !== null ? (address[1] ?? '') : null;
}
