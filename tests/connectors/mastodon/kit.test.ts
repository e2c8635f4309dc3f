import { runKit } from '../kit/kit';
import { MASTODON } from './specimen';

runKit(MASTODON);
