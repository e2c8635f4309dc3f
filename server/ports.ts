import type { Clock } from '@/utils/kernel/clock';
import type { RandomBytes } from '@/utils/kernel/random';
import type { Language } from '@/utils/language/languages';
import type { Store } from './store/store';

/** What the community server needs of the world around it. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Scheme, host and port under which people reach it. */
  readonly origin: string;
  readonly name: string;
  readonly language: Language;
  readonly version: string;
}
