import type { CallView } from '@/utils/messaging/call-view';
import { type Call, callAt, callsOfPolicy } from '@/utils/prompting/call';
import type { Services } from './services';

/** The call that holds now, or null. */
export async function callNow({ policy, clock }: Pick<Services, 'policy' | 'clock'>): Promise<Call | null> {
  return callAt(callsOfPolicy((await policy()).policy), clock());
}

export function callView(call: Call | null): CallView | null {
  return call === null ? null : { text: call.text, lastAt: call.until - 1 };
}
