const NEVER = new Promise<never>(() => undefined);

/** A background worker that the browser may kill between any two of its steps. */
export class Worker {
  readonly death: Promise<void>;
  isDead = false;
  private steps = 0;
  private end: () => void = () => undefined;

  /** It dies at this step; never, without one. */
  constructor(private readonly lastStep: number = Number.POSITIVE_INFINITY) {
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

  die(): void {
    this.isDead = true;
    this.end();
  }
}
