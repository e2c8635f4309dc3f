import * as z from 'zod/mini';
import { bodyAs } from '../../answer';
import type { Recogniser } from '../../platform';

export const VersionsSchema = z.lazy(() => z.object({ versions: z.array(z.string()).check(z.minLength(1)) }));
/** Of the interface: before 1.3 there are no threads to be read. */
const ENOUGH = /^v(?:[2-9]|\d{2}|1\.(?:[3-9]|\d{2}))/u;
const KnownSchema = z.lazy(() => z.object({ 'm.homeserver': z.object({ base_url: z.string() }) }));

/** By what a domain says of where its server stands, or by the server itself. */
export const recognise: Recogniser = {
  probes: (base) =>
    [`${new URL(base).origin}/.well-known/matrix/client`, `${base}/_matrix/client/versions`].map((url) => ({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
    })),
  read: (response, base) => {
    if (response.status !== 200) return null;
    const versions = bodyAs(VersionsSchema, response)?.versions;
    if (versions !== undefined) {
      const found = { base, name: '', version: versions.at(-1) ?? '' };
      return versions.some((one) => ENOUGH.test(one)) ? found : { ...found, tooOld: true };
    }
    const named = baseIn(bodyAs(KnownSchema, response)?.['m.homeserver'].base_url ?? '', base);
    return named === null ? null : { base: named, name: '', version: '' };
  },
};

/** An address that a domain may send people to: over https, or where it stands itself. */
function baseIn(address: string, asked: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin, pathname } = new URL(address);
  const mayBe = protocol === 'https:' || origin === new URL(asked).origin;
  return mayBe ? `${origin}${pathname}`.replace(/\/+$/u, '') : null;
}
