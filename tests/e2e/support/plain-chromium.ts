import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '@/scripts/prepare/programs.mjs';

/** A browser without the extension: what a colleague has who only reads. */
export async function openPlainChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  const chromiumSandbox = process.getuid?.() !== 0; // it refuses to work for root
  return chromium.launch({ executablePath, chromiumSandbox });
}
