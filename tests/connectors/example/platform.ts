import { bodyAs } from '@/utils/community/answer';
import type { Platform, Recogniser } from '@/utils/community/platform';
import { createPinboard } from './connector';
import { AboutSchema } from './shapes';

/** By what it says of itself, at the one address that every pinboard has. */
const recognise: Recogniser = {
  probes: (base) => [{ method: 'GET', url: `${base}/api/about`, headers: { accept: 'application/json' } }],
  read: (response, base) => {
    const about = response.status === 200 ? bodyAs(AboutSchema, response) : null;
    return about === null ? null : { base, name: about.name, version: about.version };
  },
};

/** A pinboard: a platform that does not exist, and does as little as one can. */
export const pinboard: Platform = {
  id: 'pinboard',
  title: 'Pinboard',
  kind: 'stream',
  evidence: { kind: 'documentation' },
  recognise,
  signsIn: ['token'],
  tokenPage: (base) => `${base}/me/tokens`,
  connector: createPinboard,
};
