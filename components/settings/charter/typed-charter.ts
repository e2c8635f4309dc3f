import type { Trouble } from '@/components/ui/trouble';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Channel, ChannelKind, Charter } from '@/utils/practice/channels';

/** In the order in which they are shown. */
export const KINDS: readonly ChannelKind[] = ['news', 'helpdesk', 'personnel', 'chat', 'dossier'];

/** A channel as it stands in the fields. */
export interface TypedChannel {
  readonly kind: ChannelKind;
  readonly channel: string;
  readonly link: string;
}

export function typedOf(charter: readonly Channel[], kind: ChannelKind): TypedChannel {
  const known = charter.find((one) => one.kind === kind);
  return { kind, channel: known?.channel ?? '', link: known?.link?.replace(/^mailto:/u, '') ?? '' };
}

/** What was typed, as it is kept: without empty channels, and with the beginnings that people leave out of addresses. */
export function toCharter(
  typed: readonly TypedChannel[],
  before: readonly Channel[],
): Result<Charter, Trouble> {
  const charter: Channel[] = [];
  for (const { kind, channel, link } of typed) {
    const name = channel.trim();
    const address = addressOf(link.trim());
    if (address === null) return fail({ code: 'address-invalid', detail: link.trim() });
    if (name === '' && address !== '') return fail({ code: 'channel-unnamed' });
    if (name === '') continue;
    const because = before.find((one) => one.kind === kind)?.because;
    charter.push({
      kind,
      channel: name,
      ...(address === '' ? {} : { link: address }),
      ...(because === undefined ? {} : { because }),
    });
  }
  return succeed(charter);
}

/** A whole address; empty for none, null for what is none. */
function addressOf(typed: string): string | null {
  if (typed === '') return '';
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(typed)) return `mailto:${typed}`;
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(typed) ? typed : `https://${typed}`;
  if (/\s/u.test(typed) || !URL.canParse(address)) return null;
  return /^(?:https?|mailto):$/u.test(new URL(address).protocol) ? address : null;
}
