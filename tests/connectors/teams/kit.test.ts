import { runKit } from '../kit/kit';
import { TEAMS } from './specimen';

runKit(TEAMS);
