import type { Language } from '@/utils/language/languages';

/** A moment in words, in this computer's time. */
export function inWords(moment: number | string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(moment));
}

/** The day of a moment, `2026-11-24`, in this computer's time. */
export function dayOf(moment: string): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(new Date(moment));
}
