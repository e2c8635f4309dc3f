/** What a person does with mouse and keyboard, so that the same steps run in every browser. Selectors are CSS. */
export interface Hand {
  goto(address: string): Promise<void>;
  /** The address of the page that stands there. */
  address(): string;
  click(selector: string): Promise<void>;
  /** Clicks there and waits for the page that follows. */
  follow(selector: string): Promise<void>;
  /** Puts this text in place of what stands in a field. */
  fill(selector: string, text: string): Promise<void>;
  /** Types at the end of a field, key by key. */
  type(selector: string, text: string): Promise<void>;
  /** Chooses files of the disk in a file field. */
  choose(selector: string, ...paths: readonly string[]): Promise<void>;
  /** Waits until it can be seen. */
  waitFor(selector: string): Promise<void>;
  waitForGone(selector: string): Promise<void>;
  /** The window that opens by what one does, with the same keyboard and mouse. */
  opened(act: () => Promise<void>): Promise<Hand>;
  close(): Promise<void>;
}

export const HAND_WITHIN_MS = 20_000;
