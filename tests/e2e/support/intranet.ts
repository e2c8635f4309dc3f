import { createIntranet } from '@/demo/intranet/app';
import { type Serving, serveLocally } from '@/demo/run/serve';
import { freePort } from '@/tests/real/free-port';
import { systemClock } from '@/utils/kernel/clock';
import type { Language } from '@/utils/language/languages';

/** The demo intranet on a port of its own, with its documents as they were in the beginning. */
export async function openIntranet(language: Language): Promise<Serving> {
  const served = await serveLocally(createIntranet({ language, clock: systemClock }), await freePort());
  if (!served.ok) throw new Error(served.error);
  return served.value;
}

/** A document that nobody has to be signed in as somebody else for. */
export function documentAddress({ origin }: Serving, id: 101 | 102): string {
  return `${origin}/documents/${id}`;
}
