import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { buildExtension } from '@/demo/run/build';
import { extensionUrl, startChromium } from '@/scripts/browsers/chromium';
import type { InBrowser } from './in-browser';

/** A real Chromium with the extension, and a page among its own from which the outbox is measured. */
export interface BenchBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Has the page do something. */
  run<Name extends keyof InBrowser>(
    name: Name,
    ...args: Parameters<InBrowser[Name]>
  ): Promise<Awaited<ReturnType<InBrowser[Name]>>>;
  close(): Promise<void>;
}

/** `built`: the folder of another build than the shipped one. */
export async function openBenchBrowser(built?: string): Promise<BenchBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-bench-'));
  const extension = await extensionWithBench(folder, built ?? (await shippedBuild()));
  const { context, close } = await startChromium({ extension, profile: join(folder, 'profile') });
  const page = await context.newPage();
  await page.goto(extensionUrl('bench.html'));
  const run: BenchBrowser['run'] = (name, ...args) =>
    page.evaluate(
      ([asked, given]) => {
        const { bench } = globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> };
        return bench[asked]?.(...given);
      },
      [name, args] as [string, unknown[]],
    ) as never;
  const closeAll = async (): Promise<void> => {
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { context, page, run, close: closeAll };
}

async function shippedBuild(): Promise<string> {
  const built = await buildExtension('chromium');
  if (!built.ok) throw new Error(built.error);
  return built.value;
}

/** A build, with two pages more: one that measures, and an empty one to type in. */
async function extensionWithBench(folder: string, built: string): Promise<string> {
  const copy = join(folder, 'extension');
  cpSync(built, copy, { recursive: true });
  await build({
    entryPoints: ['tests/bench/outbox/in-browser/index.ts'],
    outfile: join(copy, 'bench.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'error',
  });
  writeFileSync(
    join(copy, 'bench.html'),
    '<!doctype html><title>Bench</title><script src="bench.js"></script>',
  );
  writeFileSync(
    join(copy, 'empty.html'),
    '<!doctype html><title>Empty</title><textarea autofocus></textarea>',
  );
  return copy;
}
