import type { Activity, Verb } from '@/utils/activity/activity';

/** What of an activity a proof looks at. */
export type Seen = Pick<Activity, 'verb' | 'title' | 'link'>;

/** The activity that a step is; `title` or `link` undefined where nobody can say which one is right. */
export interface Expected {
  readonly verb: Verb;
  readonly title?: string;
  readonly link?: string | null;
}

/** One thing that a person does in the application, in the browser with the extension. */
export interface Step<Screen> {
  readonly what: string;
  /** Null: nothing may be recognised. */
  readonly expect: Expected | null;
  /** Does it, and comes back once the application has answered. */
  act(screen: Screen): Promise<void>;
  /** Whether it really happened, or really did not, asked of the application and never of the extension. */
  outcome?(): boolean | Promise<boolean>;
  /** How long nothing must be seen where nothing is expected, in ms; longer where the page is looked at first. */
  readonly silentMs?: number;
}

/** A step and what came of it. */
export interface Walked {
  readonly what: string;
  readonly expect: Expected | null;
  /** Activities that the extension kept since the step before. */
  readonly seen: readonly Seen[];
  /** Null where the application said what we think happened; else what went wrong with the step itself. */
  readonly broken: string | null;
  /** Whether the application was asked. */
  readonly checked: boolean;
}
