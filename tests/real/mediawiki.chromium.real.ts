import { test } from 'vitest';
import { aroundSteps, scriptSteps } from './mediawiki/around';
import { fileSteps } from './mediawiki/files';
import { pageSteps } from './mediawiki/pages';
import { textNegatives, textSteps } from './mediawiki/texts';
import { visualSteps } from './mediawiki/visual';
import { walkThrough } from './mediawiki/walk-through';

test('MediaWiki', () =>
  walkThrough('MediaWiki', {}, [
    aroundSteps,
    textSteps,
    visualSteps,
    fileSteps,
    pageSteps,
    scriptSteps,
    textNegatives,
  ]));
