import { runKit } from '../kit/kit';
import { SHAREPOINT } from './specimen';

runKit(SHAREPOINT);
