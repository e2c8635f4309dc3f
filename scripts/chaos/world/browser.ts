import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { browser as Extension } from '@wxt-dev/browser';
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { extensionUrl, startChromium } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { browserSession, stopWorker } from '@/scripts/browsers/worker';
import { DYING } from '../in-worker/checkpoint';

/** A file of the package: a page of the extension's own in which no script of ours runs. */
const SILENT_PAGE = 'texts/nl.json';

/** A real browser with the extension, which can be hurt in every way that a driver allows. */
export class Browser {
  readonly #extension: string;
  readonly #profile: string;
  #context: BrowserContext | null = null;
  #page: Page | null = null;
  #dying = false;
  /** How often its process was killed. */
  deaths = 0;

  constructor(extension: string, profile: string) {
    this.#extension = extension;
    this.#profile = profile;
  }

  async start(): Promise<void> {
    const started = await startChromium({
      extension: this.#extension,
      profile: this.#profile,
      endsOnSignal: false, // whoever stops the harness still wants the table
    });
    this.#context = started.context;
    await this.#context.newPage(); // stays: a browser without any tab ends
    this.#context.on('console', (message: ConsoleMessage) => {
      if (message.text().startsWith(DYING)) this.#dying = true;
    });
  }

  get context(): BrowserContext {
    if (this.#context === null) throw new Error('the browser does not run');
    return this.#context;
  }

  /** A page of the extension, from which a person's messages are sent and what is kept is read. */
  async page(): Promise<Page> {
    if (this.#page !== null && !this.#page.isClosed()) return this.#page;
    const page = await this.context.newPage();
    page.on('crash', () => {
      if (this.#page === page) this.#page = null;
      void page.close().catch(() => undefined); // it may go by itself
    });
    // While the extension is loaded anew its pages are not there.
    await until('a page of the extension', async () => (await page.goto(extensionUrl(SILENT_PAGE))) ?? true);
    this.#page = page;
    return page;
  }

  /** Whether the worker has come to the checkpoint at which it was told to die. */
  isDying(): boolean {
    return this.#dying;
  }

  /** Kills the extension's process at once: worker, pages and all. */
  async killProcess(): Promise<void> {
    const session = await browserSession(this.context);
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const pids = processInfo.map(({ id }) => id).filter(isExtensionProcess);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    this.deaths += 1;
    // Not the worker: an alarm may have started another one by now.
    await until('the process to be gone', async () => !pids.some(isExtensionProcess));
    this.#page = null;
    this.#dying = false;
  }

  /** Stops the worker, as the browser does with one that is idle. */
  stopWorker(): Promise<void> {
    return stopWorker(this.context);
  }

  /** As an update of the extension does: its pages go, and another worker starts. */
  async reloadExtension(): Promise<void> {
    const page = await this.page();
    await page.evaluate(reload).catch(() => undefined); // it goes while it asks
    await until('the page to be gone', async () => page.isClosed());
    this.#page = null;
  }

  /** Kills the whole browser. */
  async killAll(): Promise<void> {
    const session = await browserSession(this.context);
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const closed = new Promise<void>((settle) => {
      this.context.once('close', () => settle());
    });
    for (const { id } of processInfo.filter(({ type }) => type === 'browser')) process.kill(id, 'SIGKILL');
    await closed;
    this.#forget();
    await wait(100);
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#forget();
  }

  #forget(): void {
    this.#context = null;
    this.#page = null;
    this.#dying = false;
  }
}

function isExtensionProcess(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false; // gone meanwhile
  }
}

/** Runs in the page: self-contained. */
function reload(): void {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  chrome.runtime.reload();
}
