import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRecipes } from '@/utils/activity/compile';
import { FixturesSchema } from '@/utils/activity/fixtures';
import { readHar } from '@/utils/activity/har';
import { type RecordedActivity, recogniseRecording } from '@/utils/activity/recognise-har';
import { SHIPPED_RECIPES } from '@/utils/activity/shipped';
import { entriesOf, type FixtureExchange, type Style } from '../../support/fixture-recordings';
import { aRecording } from '../../support/recordings';

const recipes = compileRecipes(SHIPPED_RECIPES);

function recognisedIn(
  exchanges: readonly FixtureExchange[],
  style: Style,
  forced: string | null,
): RecordedActivity[] {
  const recording = readHar(aRecording(entriesOf(exchanges, style)));
  if (!recording.ok) throw new Error(recording.error.field);
  return recogniseRecording(recording.value, recipes, forced);
}

/** Of these a recording shows the system by its addresses alone; Redmine's are those of other systems too. */
const SYSTEMS: [id: string, forced: string | null][] = [
  ['nextcloud', null],
  ['redmine', 'redmine'],
  ['sharepoint', null],
  ['alfresco', null],
];

describe.each(SYSTEMS)('recordings of %s, without cookies, pages or other markers', (id, forced) => {
  const fixtures = FixturesSchema.parse(
    JSON.parse(readFileSync(`tests/activity/recipes/fixtures/${id}.json`, 'utf8')),
  );
  const positives = fixtures.positives.filter(
    ({ verb }) => Object.keys(fixtures.params).length === 0 || verb !== 'close',
  );

  test.each<Style>(['chromium', 'firefox'])(
    '%s: every act, and nothing that only looks like one',
    (style) => {
      const found = recognisedIn(
        positives.map(({ exchange }) => exchange),
        style,
        forced,
      );
      const missed = positives.flatMap(({ what, verb }, index) => {
        const activity = found.find(({ entry }) => entry === index);
        return activity?.verb === verb && activity.system === id ? [] : [`${what}: ${activity?.verb}`];
      });
      expect(missed).toEqual([]);
      const falsely = recognisedIn(
        fixtures.negatives.map(({ exchange }) => exchange),
        style,
        id,
      ).filter(({ unconfirmed }) => !unconfirmed);
      expect(falsely.map(({ entry }) => fixtures.negatives[entry]?.what)).toEqual([]);
    },
  );

  test('without bodies: what is claimed is claimed of the right thing', () => {
    const withBodies = fixtures.negatives.map(({ exchange }) => exchange);
    const falsely = recognisedIn(withBodies, 'firefox without bodies', id).filter(
      ({ unconfirmed }) => !unconfirmed,
    );
    // Only the form itself tells these from a success.
    const bodyTells = /thrown away|without a file|got no file/;
    const others = falsely.filter(({ entry }) => !bodyTells.test(fixtures.negatives[entry]?.what ?? ''));
    expect(others.map(({ entry }) => fixtures.negatives[entry]?.what)).toEqual([]);
  });
});
