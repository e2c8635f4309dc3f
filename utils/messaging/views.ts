import type { Activity } from '@/utils/activity/activity';
import type { Place } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { Language } from '@/utils/language/languages';
import type { Draft, Entry, EntryState } from '@/utils/outbox/entry';
import type { Practice } from '@/utils/practice/practice';
import type { Prompt, Reason } from '@/utils/prompting/prompt';
import type { NeverRule, Retention } from '@/utils/settings/settings';
import type { RecipeRow, SiteRow, SiteView, SystemView } from './site-views';

/** What the in-page script needs to show a chip, words included: it has no catalogue of its own. */
export interface PromptOrder {
  readonly promptId: string;
  readonly language: Language;
  readonly words: ChipWords;
  /** Without keys or pointer, and with no focus in a field, for this long (ms). */
  readonly quietMs: number;
  /** After this long without a quiet moment the prompt is held (ms). */
  readonly patienceMs: number;
  /** A draft of this prompt is open: come back folded as "go on writing". */
  readonly resumes: boolean;
}

export interface ChipWords {
  readonly region: string;
  readonly sentence: string;
  readonly share: string;
  readonly notNow: string;
  readonly more: string;
  readonly keep: string;
  readonly neverVerb: string;
  readonly neverSite: string;
  readonly why: string;
  readonly whyText: string;
  readonly fold: string;
  readonly unfold: string;
  readonly closeSidebar: string;
  /** An answer did not arrive; what to do then. */
  readonly failed: string;
}

/** A community as interfaces see it: no token. */
export interface CommunityView {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
  readonly accountName: string;
  readonly accountHandle: string;
  readonly scope: 'own' | 'across';
  readonly maxCharacters: number;
  readonly audiences: readonly Audience[];
  readonly canInvite: boolean;
  readonly signedOut: boolean;
}

/** A draft on someone's screen. */
export interface DraftView {
  readonly draft: Draft;
  readonly communities: readonly CommunityView[];
  /** By community id. */
  readonly places: Readonly<Record<string, readonly Place[]>>;
  readonly preview: Preview;
  /**
   * The page that the activity was on: prefilled inside one's own organisation, offered beside the composer across
   * organisations. Null where the person began by themselves.
   */
  readonly page: { readonly title: string; readonly link: string | null } | null;
  /** Shown on the page's frame: Send needs real visibility, or rests where the browser cannot say. */
  readonly framed: boolean;
}

/** Exactly what will be sent. */
export interface Preview {
  readonly text: string;
  readonly length: number;
  /** `title-missing`, `did-missing`, … in the order of the fields; empty when it may be sent. */
  readonly problems: readonly PracticeProblem[];
}

export type PracticeProblem = 'title-missing' | 'did-missing' | 'too-many-topics' | 'too-long';

export interface EntryView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly state: EntryState;
  /** As the person has to know it now: what waits for a sign-in may wait for that of another account. */
  readonly reason: Entry['reason'] | 'disconnected' | 'unknown-account' | 'address-gone';
  readonly detail: string | null;
  /** Where it was written as another account than the one that is connected now: the names of both. */
  readonly accounts: { readonly writtenAs: string; readonly connectedAs: string } | null;
  readonly communityName: string | null;
  readonly dueAt: number;
  readonly restsUntil: number | null;
  readonly attempts: number;
  /** It replaces a post that is there already. */
  readonly corrects: boolean;
  /** The title of the post that it answers, and whether it waits for that to arrive; null where it answers none. */
  readonly answers: { readonly title: string; readonly waits: boolean } | null;
  readonly canAnswer: boolean;
  /** What it brought or corrects; null before the first has arrived. */
  readonly post: PostView | null;
}

/** A practice that a community has, or had. */
export interface PostView {
  /** The entry that brought it: by this it is asked about. */
  readonly entryId: string;
  /** Empty where the own copy was pruned. */
  readonly title: string;
  readonly reference: string;
  readonly url: string;
  /** The host where the community is no longer connected. */
  readonly communityName: string;
  readonly at: number;
  readonly correctedAt: number | null;
  readonly withdrawnAt: number | null;
  /** What stands there; null where the own copy was pruned. */
  readonly text: string | null;
  readonly canCorrect: boolean;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

/** A kept or missed activity in the popup. */
export interface KeptView {
  readonly promptId: string;
  readonly activity: Activity;
  readonly sentence: string;
  readonly state: Prompt['state'];
  readonly reason: Reason;
  readonly expiresAt: number;
}

/** A draft in the popup. */
export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: number;
  /** It replaces a post that is there already. */
  readonly corrects: boolean;
}

export interface Overview {
  readonly version: string;
  readonly organisation: string | null;
  readonly language: Language;
  readonly site: SiteView | null;
  /** Sites whose permission was named by policy, or held and lost, and is not there now. */
  readonly sitesToAsk: readonly string[];
  readonly policyCommunity: { readonly address: string; readonly name: string | null } | null;
  readonly communities: readonly CommunityView[];
  readonly drafts: readonly DraftRow[];
  readonly waiting: readonly EntryView[];
  /** Newest first, at most 20. */
  readonly arrived: readonly PostView[];
  readonly kept: readonly KeptView[];
  readonly pausedUntil: number | null;
  /** Present where the policy could not be read: which field. */
  readonly policyProblem: string | null;
}

export interface SettingsView {
  readonly language: Language;
  readonly chosenLanguage: Language | null;
  readonly languages: readonly Language[];
  readonly pausedUntil: number | null;
  readonly never: readonly NeverRule[];
  readonly sites: readonly SiteRow[];
  /** Every system that there is a recipe for, by name. */
  readonly systems: readonly SystemView[];
  readonly recipes: readonly RecipeRow[];
  readonly communities: readonly CommunityView[];
  readonly policyCommunity: { readonly address: string; readonly name: string | null } | null;
  readonly policyProblem: string | null;
  readonly retentionDays: Retention;
  readonly version: string;
}

/** Facts about the installation without any content, to copy into a mail to a helpdesk. */
export interface Diagnosis {
  readonly text: string;
}

export type PracticeFields = Practice;
