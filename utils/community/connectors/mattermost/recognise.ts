import * as z from 'zod/mini';
import { bodyAs } from '../../answer';
import type { Recogniser } from '../../platform';
import { ConfigSchema, MOST_NAME } from './shapes';

/** Its apps are asked to ask this before all else; nobody else speaks of versions for telephones in it. */
const PingSchema = z.lazy(() =>
  z.object({ status: z.string(), AndroidMinVersion: z.string(), IosMinVersion: z.string() }),
);

/** By its settings for clients, or by its sign of life. */
export const recognise: Recogniser = {
  probes: (base) =>
    ['config/client?format=old', 'system/ping'].map((path) => ({
      method: 'GET',
      url: `${base}/api/v4/${path}`,
      headers: { accept: 'application/json' },
    })),
  read: (response, base) => {
    if (response.status !== 200) return null;
    const config = bodyAs(ConfigSchema, response);
    if (config !== null)
      return { base, name: (config.SiteName ?? '').trim().slice(0, MOST_NAME), version: config.Version };
    return bodyAs(PingSchema, response) === null ? null : { base, name: '', version: '' };
  },
};
