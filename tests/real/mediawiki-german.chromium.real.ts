import { test } from 'vitest';
import { aroundSteps } from './mediawiki/around';
import { fileSteps } from './mediawiki/files';
import { pageSteps } from './mediawiki/pages';
import { textSteps } from './mediawiki/texts';
import { visualSteps } from './mediawiki/visual';
import { walkThrough } from './mediawiki/walk-through';

test('MediaWiki in German', () =>
  walkThrough('MediaWiki in German', { language: 'de' }, [
    aroundSteps,
    textSteps,
    visualSteps,
    fileSteps,
    pageSteps,
  ]));
