import { takePictures } from '@/tests/support/pictures';
import { LANGUAGES } from '@/utils/language/languages';
import { zoneAtMidday } from './browsers/midday';

/** Not in the repository: pictures are made anew to be looked at, and compared by nobody's machine. */
const FOLDER = '.cache/screenshots';

process.env.TZ = zoneAtMidday(Date.now()); // browsers inherit it: near midnight nobody is asked anything

const asked = LANGUAGES.filter((language) => process.argv.includes(language));

for (const language of asked.length > 0 ? asked : LANGUAGES) {
  await takePictures(language, FOLDER, (file) => console.log(file));
}
process.exit(0); // browsers' drivers may still hold a timer
