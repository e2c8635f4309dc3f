import { runKit } from '../kit/kit';
import { MEDIAWIKI } from './specimen';

runKit(MEDIAWIKI);
