import * as z from 'zod/mini';
import type { Clock } from '@/utils/kernel/clock';
import { sessionValue } from '@/utils/platform/session';

/** When the browser was started (epoch ms), as far as we can know: what is kept for a session goes with it. */
export const browserStart = sessionValue('browserStart', z.nullable(z.number()), null);

/** Notes, once a session, that the browser was started. */
export async function noteBrowserStart(clock: Clock): Promise<void> {
  if ((await browserStart.read()) === null) await browserStart.change((startedAt) => startedAt ?? clock());
}
