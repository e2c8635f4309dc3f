/** What apps posted, and what they were told. */
export class Traffic {
  /** The id that was answered for each text; a text is posted under one key, or under none. */
  readonly acknowledged = new Map<string, string>();
  readonly tried = new Map<string, { key: string | null; at: number }>();
  /** Answers that say something else than an earlier one. */
  readonly contradictions: string[] = [];

  constructor(
    private readonly token: string,
    private readonly random: () => number,
  ) {}

  /** Posts one of a few texts of a round, so that each comes again and again; resolves however it ends. */
  async postAny(origins: readonly string[], round: number, texts: number): Promise<void> {
    const text = `ronde ${round} tekst ${Math.floor(this.random() * texts)}`;
    const keyed = text.endsWith('0') || text.endsWith('1') ? null : text; // a fifth has no key
    await this.post(origins[Math.floor(this.random() * origins.length)] ?? '', text, keyed);
  }

  async post(origin: string, text: string, key: string | null): Promise<void> {
    if (!this.tried.has(text)) this.tried.set(text, { key, at: Date.now() });
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (key !== null) headers['idempotency-key'] = key;
    const answer = await fetch(`${origin}/api/v1/statuses`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ status: text, visibility: 'unlisted' }),
    }).catch(() => undefined);
    if (answer === undefined) return;
    const body = (await answer.json().catch(() => undefined)) as { id?: string; error?: string } | undefined;
    if (body === undefined) return; // the answer was cut off
    this.#note(text, answer.status === 200 ? (body.id ?? 'nothing') : `${answer.status} ${body.error}`);
  }

  #note(text: string, said: string): void {
    const before = this.acknowledged.get(text);
    if (before === undefined && /^\d{18}$/.test(said)) this.acknowledged.set(text, said);
    else if (before !== said) this.contradictions.push(`${text}: ${before}, then ${said}`);
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
