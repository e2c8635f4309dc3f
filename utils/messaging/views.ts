import type { Activity } from '@/utils/activity/activity';
import type { Place } from '@/utils/community/community';
import type { Audience } from '@/utils/community/connector';
import type { Evidence, SignInKind } from '@/utils/community/platform';
import type { Language } from '@/utils/language/languages';
import type { Draft } from '@/utils/outbox/entry';
import type { SuggestedDestination } from '@/utils/outbox/suggest-destination';
import type { Block } from '@/utils/practice/blocks';
import type { Channel, ChannelKind, Charter } from '@/utils/practice/channels';
import type { Practice } from '@/utils/practice/practice';
import type { TitleLimits, PracticeProblem as Unfit } from '@/utils/practice/problems';
import type { Template } from '@/utils/practice/template';
import type { Prompt, Reason } from '@/utils/prompting/prompt';
import type { NeverRule, Retention } from '@/utils/settings/settings';
import type { AskingNotices, AskingView } from './asking-views';
import type { CallView } from './call-view';
import type { FindingView } from './guard-views';
import type { DiscardedView, DraftRow, PostView, WaitingView } from './outbox-views';
import type { RecipeRow, SiteRow, SiteView, SystemView } from './site-views';

export type { DiscardedView, DraftRow, EntryView, PostView, WaitingView } from './outbox-views';

/** A community as interfaces see it: no token. */
export interface CommunityView {
  readonly id: string;
  readonly origin: string;
  /** Where people open it: the origin, and the path where it stands below one. */
  readonly address: string;
  readonly name: string;
  readonly accountName: string;
  readonly accountHandle: string;
  readonly scope: 'own' | 'across';
  readonly maxCharacters: number;
  /** In code points; null: a title may be as it is. */
  readonly titleLimits: TitleLimits | null;
  /** Whether it shows bold, italic and lists as such. */
  readonly formats: boolean;
  readonly audiences: readonly Audience[];
  /** Every post stands in a place: one has to be chosen. */
  readonly needsPlace: boolean;
  readonly canInvite: boolean;
  /** How many pictures go with a post; 0: none. */
  readonly pictures: number;
  readonly signedOut: boolean;
  /** What kind of platform it is; its id where a later version connected it. */
  readonly platform: string;
  readonly evidence: Evidence;
  /** Null: connected before this was asked. */
  readonly signedInBy: SignInKind | null;
  /** What its token may do, in the platform's own words; empty where nobody said. */
  readonly mayDo: readonly string[];
}

/** A page that something was done on. */
export interface PageView {
  readonly title: string;
  readonly link: string | null;
}

/** A draft on someone's screen. */
export interface DraftView {
  readonly draft: Draft;
  readonly communities: readonly CommunityView[];
  /** By community id. */
  readonly places: Readonly<Record<string, readonly Place[]>>;
  readonly preview: Preview;
  /** Where it goes if the person chooses nothing else, and why there; null where nothing is connected or to choose. */
  readonly suggested: SuggestedDestination | null;
  /**
   * The page that the activity was on, or that the person began on: prefilled inside one's own organisation, offered beside the composer across
   * organisations. Null where there was none.
   */
  readonly page: PageView | null;
  /** Pages of the other activities that the prompt named: the practice may be about one of these instead. */
  readonly otherPages: readonly PageView[];
  /** The theme of now; null also in a draft that corrects or answers. */
  readonly call: CallView | null;
  /** Beginnings that fit what was done, best first, at most 4; none in a correction or an answer. */
  readonly templates: readonly Template[];
  /** Shown on the page's frame: Send needs real visibility, or rests where the browser cannot say. */
  readonly framed: boolean;
}

/** Exactly what will be sent. */
export interface Preview {
  readonly text: string;
  readonly length: number;
  /** `did-missing`, … in the order of the fields; empty when it may be sent. */
  readonly problems: readonly PracticeProblem[];
  /** What in it says who somebody is, in the order of the fields. */
  readonly findings: readonly FindingView[];
  /** Made of the text, for where the person gives no title; empty where there is nothing to make it of. */
  readonly proposedTitle: string;
  /** The same as readers will see it; a '\n' in a span is a line end. */
  readonly blocks: readonly Block[];
  /** Without '#', best first, at most 6; none that it has. */
  readonly suggestedTopics: readonly string[];
  /** Where the organisation wants such a text to go; null where it says nothing, or the text does not. */
  readonly compass: CompassView | null;
}

/** A channel beside the community in which a text may belong. */
export interface CompassView {
  readonly kind: ChannelKind;
  readonly channel: string;
  readonly link: string | null;
  /** The organisation's own reason. */
  readonly because: string | null;
  /** Words of the text that say so, the strongest first. */
  readonly cues: readonly string[];
}

/** Where a text stands after a save. */
export interface SavedView {
  /** Another than it was typed in, where another window changed, sent or deleted that one. */
  readonly draftId: string;
  readonly revision: number;
  readonly preview: Preview;
  /** What the other window left in the draft; null where it is gone, or nobody touched it. */
  readonly otherText: Practice | null;
}

export type PracticeProblem = Unfit | 'privacy-open';

/** A kept or missed activity in the popup. */
export interface KeptView {
  readonly promptId: string;
  readonly activity: Activity;
  readonly sentence: string;
  readonly state: Prompt['state'];
  readonly reason: Reason;
  readonly expiresAt: number;
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
  readonly waiting: WaitingView;
  readonly discarded: readonly DiscardedView[];
  /** Newest first, at most 20. */
  readonly arrived: readonly PostView[];
  readonly kept: readonly KeptView[];
  readonly pausedUntil: number | null;
  readonly asking: AskingNotices;
  /** The theme that people are asked to write about now. */
  readonly call: CallView | null;
  /** Present where the policy could not be read: which field. */
  readonly policyProblem: string | null;
  /** The person went through the welcome, or wants none. */
  readonly welcomed: boolean;
  /** How many rows could not be read and were put aside since the person last looked. */
  readonly aside: number;
  /** Epoch ms at which the browser was found to have lost everything; null where it has not, or the person knows. */
  readonly lostAt: number | null;
}

export interface SettingsView {
  readonly language: Language;
  readonly chosenLanguage: Language | null;
  readonly languages: readonly Language[];
  readonly pausedUntil: number | null;
  readonly never: readonly NeverRule[];
  readonly asking: AskingView;
  readonly sites: readonly SiteRow[];
  /** Every system that there is a recipe for, by name. */
  readonly systems: readonly SystemView[];
  readonly recipes: readonly RecipeRow[];
  readonly communities: readonly CommunityView[];
  readonly policyCommunity: { readonly address: string; readonly name: string | null } | null;
  readonly policyProblem: string | null;
  readonly retentionDays: Retention;
  readonly charter: CharterView;
  readonly version: string;
}

/** What goes where: as the person set it, and as the organisation did, which goes before. */
export interface CharterView {
  readonly own: Charter;
  readonly organisation: readonly Channel[];
}

/** Facts about the installation without any content, to copy into a mail to a helpdesk. */
export interface Diagnosis {
  readonly text: string;
}

export type PracticeFields = Practice;
