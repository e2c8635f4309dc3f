import type { RecipeOrigin } from '@/utils/activity/own-recipe';
import type { RecipeMistake } from '@/utils/activity/recipe-mistakes';
import type { Reason } from '@/utils/prompting/prompt';

/** What is known of the system behind a site. */
export interface SystemView {
  readonly id: string;
  readonly name: string;
  /** What its recipe was run against; empty where it never was. */
  readonly tested: readonly string[];
  /** False: nobody knows yet whether the recipe is right, so nothing is asked unless the person wants that. */
  readonly sure: boolean;
}

/** A recipe that did not come with the package. */
export interface RecipeRow {
  readonly id: string;
  readonly name: string;
  readonly origin: RecipeOrigin;
  /** Why it is not used; null where it is. */
  readonly mistake: RecipeMistake | null;
}

/** What the popup says about the page in front. */
export interface SiteView {
  readonly origin: string;
  /** `ungrantable`: the browser's own pages, shops of extensions, files. */
  readonly status: 'granted' | 'named-by-policy' | 'permission-lost' | 'not-granted' | 'ungrantable';
  readonly system: SystemView | null;
  /** The person said which system this is, or that it is none. */
  readonly chosen: boolean;
  /** Asked about although the system is not sure. */
  readonly tries: boolean;
  readonly lastActivity: { readonly sentence: string; readonly at: number; readonly reason: Reason } | null;
}

/** A site in the options. */
export interface SiteRow {
  readonly origin: string;
  readonly system: SystemView | null;
  /** The person said which system this is, or that it is none. */
  readonly chosen: boolean;
  readonly tries: boolean;
  readonly granted: boolean;
  readonly named: 'person' | 'policy';
}
