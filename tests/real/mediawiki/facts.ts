import * as z from 'zod/mini';
import type { RealMediawiki } from '../mediawiki';

/** What the wiki itself says, asked by nobody in particular. Names may be in English; the wiki knows its own. */
export interface WikiFacts {
  /** The text of a page as it stands, or null where there is none. */
  text(title: string): Promise<string | null>;
  /** How often a page was saved, moved or protected; 0 where there is none. */
  revisions(title: string): Promise<number>;
  /** How often a file was uploaded; 0 where there is none. */
  versions(file: string): Promise<number>;
  /** Whether only some may edit a page. */
  isProtected(title: string): Promise<boolean>;
  /** What the wiki's database answers, as one text. */
  query(sql: string): string;
  /** What a namespace is called in the wiki's language: 1 is talk, 4 the wiki itself, 6 files. */
  namespace(id: number): Promise<string>;
}

const PageSchema = z.object({
  revisions: z.optional(
    z.array(z.object({ slots: z.optional(z.object({ main: z.object({ content: z.string() }) })) })),
  ),
  imageinfo: z.optional(z.array(z.unknown())),
  protection: z.optional(z.array(z.unknown())),
});
const PagesSchema = z.object({ query: z.object({ pages: z.array(PageSchema) }) });
const NamespacesSchema = z.object({
  query: z.object({ namespaces: z.record(z.string(), z.object({ name: z.string() })) }),
});

export function wikiFacts({ ask, maintain }: RealMediawiki): WikiFacts {
  const page = async (query: Readonly<Record<string, string>>) =>
    PagesSchema.parse(await ask({ action: 'query', ...query })).query.pages[0];
  return {
    text: async (titles) => {
      const found = await page({ prop: 'revisions', rvprop: 'content', rvslots: 'main', titles });
      return found?.revisions?.[0]?.slots?.main.content ?? null;
    },
    revisions: async (titles) =>
      (await page({ prop: 'revisions', rvprop: 'ids', rvlimit: 'max', titles }))?.revisions?.length ?? 0,
    versions: async (file) =>
      (await page({ prop: 'imageinfo', iiprop: 'sha1', iilimit: 'max', titles: `File:${file}` }))?.imageinfo
        ?.length ?? 0,
    isProtected: async (titles) =>
      ((await page({ prop: 'info', inprop: 'protection', titles }))?.protection?.length ?? 0) > 0,
    query: (sql) => maintain('sql.php', ['--json', '--query', sql]),
    namespace: async (id) => {
      const answer = await ask({ action: 'query', meta: 'siteinfo', siprop: 'namespaces' });
      return NamespacesSchema.parse(answer).query.namespaces[id]?.name ?? '';
    },
  };
}
