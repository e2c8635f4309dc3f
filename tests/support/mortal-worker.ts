const NEVER = new Promise<never>(() => undefined);

/** A background worker that the browser may kill between any two of its steps. */
export class Worker {
  readonly death: Promise<void>;
  isDead = false;
  private steps = 0;
  private pauses = 0;
  private end: () => void = () => undefined;

  /** It dies at this step; or something else happens before this one of its transactions. */
  constructor(
    private readonly lastStep: number = Number.POSITIVE_INFINITY,
    private readonly meanwhile: { readonly at: number; readonly act: () => Promise<void> } | null = null,
  ) {
    this.death = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** One more step; for the dead it never ends. */
  step(): Promise<void> {
    this.steps += 1;
    if (this.steps >= this.lastStep) this.die();
    return this.isDead ? NEVER : Promise.resolve();
  }

  /** Between two transactions anybody else may come. */
  async pause(): Promise<void> {
    this.pauses += 1;
    if (this.pauses === this.meanwhile?.at) await this.meanwhile.act();
  }

  die(): void {
    this.isDead = true;
    this.end();
  }
}
