import { runKit } from '../kit/kit';
import { YAMMER } from './specimen';

runKit(YAMMER);
