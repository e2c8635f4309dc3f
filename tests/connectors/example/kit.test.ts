import { runKit } from '../kit/kit';
import { PINBOARD } from './specimen';

runKit(PINBOARD);
