import { bodyAs } from '../../answer';
import type { Recogniser } from '../../platform';
import { InstanceSchema } from './instance';

/** By what a server says of itself, at the newer address or the older one. */
export const recognise: Recogniser = {
  probes: (base) =>
    ['v2', 'v1'].map((version) => ({
      method: 'GET',
      url: `${base}/api/${version}/instance`,
      headers: { accept: 'application/json' }, // some answer with a page unless asked
    })),
  read: (response, base) => {
    const instance = response.status === 200 ? bodyAs(InstanceSchema, response) : null;
    return instance === null ? null : { base, name: instance.title.trim(), version: instance.version };
  },
};
