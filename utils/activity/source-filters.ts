import { decoded } from './path';

export type Filter = (value: string) => string;

/** What a title or link may do with a value: `{path|basename}`. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  /** The last part of a path. */
  basename: (value) => value.split(/[\\/]/).filter(Boolean).at(-1) ?? '',
  /** Underscores are spaces, as in wiki titles. */
  spaces: (value) => value.replaceAll('_', ' '),
  /** The last part of a name with namespaces. */
  leaf: (value) => value.split(':').at(-1) ?? '',
  /** What stands in the first quotes, as in SharePoint's paths, where '' is a quote; a capture may end before they do. */
  quoted: (value) => /'((?:[^']|'')*)/.exec(value)?.[1]?.replaceAll("''", "'") ?? '',
  /** Of an address, or the end of one, what stands before its query and fragment. */
  bare: (value) => value.split(/[?&#]/)[0] ?? '',
  /** For what was captured from a header or redirect: those come as they were sent. */
  decoded,
};
