import { bodyAs } from '../../answer';
import type { Recogniser } from '../../platform';
import { request } from './build';
import { BasicInfoSchema } from './site';

/** By what every site tells everybody, also one that is for members only. It does not say its version there. */
export const recognise: Recogniser = {
  probes: (base) => [request('GET', '/site/basic-info.json', { base })],
  read: (response, base) => {
    const info = response.status === 200 ? bodyAs(BasicInfoSchema, response) : null;
    return info === null ? null : { base, name: info.title.trim(), version: '' };
  },
};
