import type { Capabilities } from '../../connector';

const SCOPES = 'read:accounts read:statuses write:statuses write:favourites';

/** What we ask for, and nothing else: who I am, posts, and thanks; pictures and invitations only where there are any. */
export function scopesFor({ canInvite, pictures }: Pick<Capabilities, 'canInvite' | 'pictures'>): string {
  return [SCOPES, ...(pictures > 0 ? ['write:media'] : []), ...(canInvite ? ['write:invitations'] : [])].join(
    ' ',
  );
}
