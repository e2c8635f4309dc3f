import { buildExtension } from '@/demo/run/build';

/** Builds once, before the files of tests start side by side. */
export default async function build(): Promise<void> {
  for (const browser of ['chromium', 'firefox'] as const) {
    const built = await buildExtension(browser);
    if (!built.ok) throw new Error(built.error);
  }
}
