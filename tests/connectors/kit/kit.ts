import { describe } from 'vitest';
import { delivers } from './delivers';
import { takesForeignFields } from './foreign-fields';
import { readsBack } from './reads-back';
import { refuses } from './refuses';
import type { Specimen } from './specimen';
import { works } from './works';

/** Tries one connector: the same table for every platform. */
export function runKit(specimen: Specimen): void {
  describe(`${specimen.platform.title} (${specimen.evidence})`, () => {
    works(specimen);
    readsBack(specimen);
    takesForeignFields(specimen);
    refuses(specimen);
    delivers(specimen);
  });
}
