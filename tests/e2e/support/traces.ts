/** Places where something could be found, each with all that stands there. */
export class Traces {
  readonly #places = new Map<string, Buffer[]>();

  /** Adds to what stands at a place; what is no text or bytes is taken as JSON. */
  add(place: string, found: unknown): void {
    const bytes = Buffer.isBuffer(found)
      ? found
      : Buffer.from(typeof found === 'string' ? found : (JSON.stringify(found) ?? ''));
    this.#places.set(place, [...(this.#places.get(place) ?? []), bytes]);
  }

  /** The places where a word stands: as UTF-8, or as UTF-16, in which browsers keep some of their texts. */
  of(word: string): string[] {
    const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
    return [...this.#places]
      .filter(([, all]) => all.some((bytes) => forms.some((form) => bytes.includes(form))))
      .map(([place]) => place)
      .sort();
  }

  /** Every place that was looked at. */
  get places(): string[] {
    return [...this.#places.keys()].sort();
  }
}
