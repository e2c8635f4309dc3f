import type { Page } from 'playwright-core';
import type { Language } from '@/utils/language/languages';

/** How a page is looked at: in which colours, and in how wide a window. */
export interface Arrangement {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

const HEIGHT = 800;

/** Light and dark, as narrow as WCAG's reflow asks and as wide as a desk. */
export const ARRANGEMENTS: readonly Arrangement[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** Dutch everywhere; a language has words of its own length, and no colours of its own. */
export function arrangementsFor(language: Language): readonly Arrangement[] {
  return ARRANGEMENTS.filter(({ colorScheme }) => language === 'nl' || colorScheme === 'light');
}

/** Shows a page that way. Without motion: a tab behind another one never finishes a change of colour. */
export async function arrange(
  page: Page,
  { colorScheme, width }: Arrangement,
  height = HEIGHT,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
}
