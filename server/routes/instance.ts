import { Hono } from 'hono';
import { LANGUAGES } from '@/utils/language/languages';
import { instanceV1, instanceV2 } from '../entities/instance';
import type { Ports } from '../ports';
import { communityFacts } from '../store/community-facts';

export { MAX_CHARACTERS } from '../entities/instance';

/** What this server says of itself, to everybody. */
export function instanceRoutes(ports: Ports): Hono {
  const routes = new Hono();
  const facts = communityFacts(ports.store, ports.clock);
  routes.get('/api/v2/instance', (context) => context.json(instanceV2(ports)));
  routes.get('/api/v1/instance', async (context) => context.json(instanceV1(ports, await facts())));
  // No rules or policies of its own are kept yet, no other servers are known, and who was active is nobody's business.
  for (const list of ['rules', 'peers', 'activity', 'domain_blocks']) {
    routes.get(`/api/v1/instance/${list}`, (context) => context.json([]));
  }
  routes.get('/api/v1/instance/translation_languages', (context) => context.json({}));
  routes.get('/api/v1/instance/languages', (context) => context.json(LANGUAGES.map(languageEntity)));
  routes.get('/api/v1/instance/extended_description', async (context) => {
    const { since } = await facts();
    return context.json({ content: '', updated_at: since });
  });
  addNodeInfo(routes, ports, facts);
  return routes;
}

function languageEntity(code: string) {
  return { code, name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code };
}

type Facts = ReturnType<typeof communityFacts>;

/** How programs tell which software speaks here (nodeinfo.diaspora.software). */
function addNodeInfo(routes: Hono, ports: Ports, facts: Facts): void {
  const versions = ['2.0', '2.1'] as const;
  routes.get('/.well-known/nodeinfo', (context) =>
    context.json({
      links: versions.map((version) => ({
        rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
        href: `${ports.origin}/nodeinfo/${version}`,
      })),
    }),
  );
  for (const version of versions) {
    const type = `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"`;
    routes.get(`/nodeinfo/${version}`, async (context) =>
      context.body(JSON.stringify(await nodeInfo(ports, facts, version)), 200, { 'Content-Type': type }),
    );
  }
}

async function nodeInfo({ name, version }: Ports, facts: Facts, schema: string) {
  const { members, posts } = await facts();
  return {
    version: schema,
    software: { name: 'deelgenoot', version },
    protocols: [], // it federates with nobody
    services: { inbound: [], outbound: [] },
    usage: { users: { total: members }, localPosts: posts },
    openRegistrations: false,
    // Libraries that know no Deelgenoot see here whose API it speaks.
    metadata: { nodeName: name, upstream: { name: 'mastodon' } },
  };
}
