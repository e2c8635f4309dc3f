/** A call that holds now, as interfaces see it. */
export interface CallView {
  readonly text: string;
  /** Epoch ms of its last moment. */
  readonly lastAt: number;
}
