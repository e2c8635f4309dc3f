import { browser } from 'wxt/browser';
import { type Catalogue, cataloguePath, createText, DEFAULT_LANGUAGE } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import { ask } from '@/utils/messaging/ask';
import type { Words } from './text';

/** The words in the language that the person, the policy or the browser chose; Dutch where nobody answers. */
export async function loadWords(): Promise<Words> {
  const answer = await ask('language:read', {});
  return readCatalogue(answer.ok ? answer.value.language : DEFAULT_LANGUAGE);
}

async function readCatalogue(language: Language): Promise<Words> {
  // The package's own file, put there by the build: the type of known paths does not list it.
  const url = browser.runtime.getURL(cataloguePath(language) as Parameters<typeof browser.runtime.getURL>[0]);
  const catalogue = (await (await fetch(url)).json()) as Catalogue;
  return { language, t: createText(language, catalogue) };
}
