/** What happened in one run, and when: ms since it began. */
export class Log {
  #since = 0;
  readonly #lines: string[] = [];

  begin(): void {
    this.#since = Date.now();
    this.#lines.length = 0;
  }

  note(what: string): void {
    this.#lines.push(`+${Date.now() - this.#since} ${what}`);
  }

  lines(): readonly string[] {
    return [...this.#lines];
  }
}
