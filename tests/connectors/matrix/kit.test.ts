import { runKit } from '../kit/kit';
import { MATRIX } from './specimen';

runKit(MATRIX);
