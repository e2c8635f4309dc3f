import { readdirSync, readFileSync } from 'node:fs';
import { type Fixtures, FixturesSchema } from '@/utils/activity/fixtures';

const FOLDER = 'tests/activity/recipes/fixtures';

/** The fixtures of every shipped recipe, by its id. */
export function allFixtures(): (readonly [id: string, Fixtures])[] {
  return readdirSync(FOLDER).map((file) => {
    const fixtures = FixturesSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')));
    return [file.replace('.json', ''), fixtures] as const;
  });
}
