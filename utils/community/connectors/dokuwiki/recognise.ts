import type { Recogniser } from '../../platform';
import { call } from './build';
import { answerOf, SWITCHED_OFF } from './xml';

/** By its XML-RPC interface, which says so also where it is switched off: then an administrator has to be asked. */
export const recognise: Recogniser = {
  probes: (base) => [call('dokuwiki.getTitle', [], { base: folderOf(base), token: '' })],
  read: (response, base) => {
    const answer = response.status === 200 ? answerOf(response.text) : null;
    if (answer === null) return null;
    const isOff = answer.fault?.code === SWITCHED_OFF;
    if (!isOff && typeof answer.value !== 'string') return null;
    return { base: folderOf(base), name: isOff ? '' : String(answer.value).trim(), version: '' };
  },
};

function folderOf(base: string): string {
  return base.replace(/\/(?:doku\.php|lib\/exe\/xmlrpc\.php).*$/u, '');
}
