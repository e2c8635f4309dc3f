import type { Result } from '@/utils/kernel/result';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { DataFolder } from './data-folder';
import type { Servers } from './servers';

export interface Words {
  readonly t: Text;
  readonly language: Language;
}

/** Whether the browser was connected for the person: the page with things to try then leaves those steps out. */
export interface Progress {
  connected: boolean;
}

/** Everything that a running demo is made of. */
export interface Stage extends Words {
  readonly folder: DataFolder;
  readonly servers: Servers;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** The last line to say, or one sentence on why it did not go well. */
export type Ended = Result<string, string>;
