import type { Activity } from '@/utils/activity/activity';
import type { Call } from '@/utils/prompting/call';
import type { Answer, Reason } from '@/utils/prompting/prompt';
import type { Person } from './people';

/** A moment by the clock on the wall, and by the device's own. */
export interface Moment {
  readonly true: number;
  readonly device: number;
}

/** A chip that somebody saw, as a witness would tell it. */
export interface Seen {
  readonly activity: Activity;
  readonly page: string;
  readonly decided: Moment;
  readonly at: Moment;
  readonly answer: Answer | null;
  readonly answeredAt: Moment | null;
  readonly fitsCall: boolean;
}

/** All that happened in one life, as a witness would tell it: what is checked against the rules. */
export interface Life {
  readonly person: Person;
  readonly call: Call;
  readonly seen: readonly Seen[];
  readonly activities: readonly { readonly at: Moment }[];
  /** When the browser was started. */
  readonly starts: readonly Moment[];
  readonly pauses: readonly { readonly from: Moment; readonly until: number }[];
  readonly nevers: readonly { readonly at: Moment; readonly site: string; readonly verb: string | null }[];
  /** When the person wanted everything forgotten that was learned. */
  readonly forgets: readonly Moment[];
  readonly decisions: number;
  readonly reasons: ReadonlyMap<Reason, number>;
}
