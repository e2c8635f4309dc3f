import type { Perform } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import type { Random } from '@/utils/kernel/random';
import type { Journal } from './journal';
import type { OutboxDatabase } from './store';
import type { Times } from './times';

/** What sending to one community works with. */
export interface SendingPorts {
  readonly db: OutboxDatabase;
  readonly clock: Clock;
  readonly random: Random;
  readonly perform: Perform;
  readonly times: Times;
  readonly journal: Journal;
}
