import { expect, test } from 'vitest';
import { mainActionOf } from '@/components/outbox/entry-actions';
import { tellStory } from '@/components/outbox/entry-story';
import { entryView, readSurroundings } from '@/entrypoints/background/entry-views';
import type { Community } from '@/utils/community/community';
import { keepCommunity } from '@/utils/community/store';
import { createText } from '@/utils/language';
import nl from '@/utils/language/texts/nl.json';
import { retry } from '@/utils/outbox/entries';
import { resume } from '@/utils/outbox/resume';
import { anEntry } from '../components/support';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must, World } from '../support/outbox-world';

const t = createText('nl', nl);
const channel = (id: string) => ({ id, name: id, closed: false });

/** What the person reads of a text that was written before anything was connected, once these communities are. */
async function storyWith(...connected: readonly Partial<Community>[]) {
  const world = new World('ignored');
  const { id } = await world.send('Alvast', { communityId: null });
  for (const [index, changes] of connected.entries())
    await keepCommunity(world.db, aCommunity({ ...changes, id: `${index}` }), TOKEN);
  await resume(world.db, world.now);
  must(await retry(world.db, id, world.clock));
  const view = entryView(await world.entry(id), await readSurroundings(world.db), world.now);
  const { sentence } = tellStory(anEntry(view), world.now, t, 'nl');
  const actions = {} as Parameters<typeof mainActionOf>[2];
  return [sentence, mainActionOf(anEntry(view), world.now, actions)?.words];
}

const CHOOSE =
  'Kies nog waar dit heen moet: toen je het schreef, was er nog niets te kiezen. Je tekst is hier bewaard.';
const OTHER_KIND =
  'Je bent verbonden, maar niet met een community waar dit soort bericht kan staan. Verbind er een, dan vertrekt het bericht vanzelf.';
const NONE = 'Er is nog geen community verbonden. Verbind er een, dan vertrekt het bericht vanzelf.';

test('with nothing connected it waits for a connection', async () => {
  expect(await storyWith()).toEqual([NONE, 'popup.connect']);
});

test.each([
  ['several places', [{ needsPlace: true, places: ['a', 'b'].map(channel) }]],
  ['no place yet', [{ needsPlace: true, places: [] }]],
  ['a wiki too', [{ kind: 'page' as const }, { needsPlace: true, places: ['a', 'b'].map(channel) }]],
])('with a community where it has to be said where (%s), the person chooses', async (_what, connected) => {
  expect(await storyWith(...connected)).toEqual([CHOOSE, 'popup.elsewhere']);
});

test('with only communities for another kind of text it says so', async () => {
  expect(await storyWith({ kind: 'page' })).toEqual([OTHER_KIND, 'popup.connect']);
});
