import type { Trouble } from '@/components/ui/trouble';

/** What the page can do with its browser, given by the entrypoint. */
export interface PageTools {
  /** Puts text on the clipboard. Null when it went well. */
  readonly copy: (text: string) => Promise<Trouble | null>;
  readonly download: (name: string, text: string) => void;
  /** Opens the part of the settings about communities. */
  readonly openCommunities: () => Promise<void>;
}
