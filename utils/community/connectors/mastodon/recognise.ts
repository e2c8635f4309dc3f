import { bodyAs } from '../../answer';
import type { Recogniser } from '../../platform';
import { InstanceSchema } from './shapes';

/** By what a server says of itself, at the address that all of this kind have. */
export const recognise: Recogniser = {
  probes: (base) => [
    { method: 'GET', url: `${base}/api/v2/instance`, headers: { accept: 'application/json' } },
  ],
  read: (response, base) => {
    const instance = response.status === 200 ? bodyAs(InstanceSchema, response) : null;
    return instance === null ? null : { base, name: instance.title.trim(), version: instance.version };
  },
};
