import { runKit } from '../kit/kit';
import { WORDPRESS } from './specimen';

runKit(WORDPRESS);
