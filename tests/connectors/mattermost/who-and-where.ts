import type { PlainResponse } from '@/utils/community/connector';
import { json } from '../kit/specimen';

/** It may stand under a path. */
export const BASE = 'https://chat.example/praat';
/** Ids have 26 letters and digits. */
export const id = (name: string) => name.padEnd(26, 'x');
export const ANN = { id: id('ann'), username: 'ann.j', first_name: 'Ann', last_name: 'Jansen' };
export const BEN = { id: id('ben'), username: 'ben', first_name: '', last_name: '' };
export const TEAM = { id: id('team'), name: 'archief', display_name: 'Archief' };
export const CHANNEL = {
  id: id('kanaal'),
  team_id: TEAM.id,
  type: 'O',
  name: 'praktijk',
  display_name: 'Praktijk',
};
export const HIDDEN = { ...CHANNEL, id: id('dicht'), type: 'P', name: 'kern', display_name: 'Kern' };
export const DIRECT = {
  ...CHANNEL,
  id: id('direct'),
  team_id: '',
  type: 'D',
  name: 'ann__ben',
  display_name: '',
};
export const PLACE = `${TEAM.name}/${CHANNEL.id}`;
export const CONFIG = { Version: '11.11.1', BuildNumber: '1', SiteName: 'Praatplein', SiteURL: BASE };

export function refusal(status: number, error: string, message = 'Nee.'): PlainResponse {
  return json(status, { id: error, message, detailed_error: '', request_id: id('r'), status_code: status });
}
