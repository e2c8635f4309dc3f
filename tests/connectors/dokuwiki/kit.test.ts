import { runKit } from '../kit/kit';
import { DOKUWIKI } from './specimen';

runKit(DOKUWIKI);
