import { runKit } from '../kit/kit';
import { DISCOURSE } from './specimen';

runKit(DISCOURSE);
