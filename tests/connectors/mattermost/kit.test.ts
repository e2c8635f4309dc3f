import { runKit } from '../kit/kit';
import { MATTERMOST } from './specimen';

runKit(MATTERMOST);
