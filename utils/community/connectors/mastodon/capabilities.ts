import { MAX_PICTURES } from '@/utils/practice/practice';
import type { Audience, Capabilities } from '../../connector';
import type { Instance } from './instance';
import { countsInOf, edits, maxCharactersOf, takesMarkdown } from './kin';

const MOST_NAME = 100;

/** What a server can do, by what it says of itself. */
export function capabilitiesOf(instance: Instance): Capabilities {
  const { title, configuration } = instance;
  const ours = configuration?.deelgenoot ?? null;
  // Everywhere else a public post can be read by the whole world: there, followers come first.
  const audiences: readonly Audience[] = ours === null ? ['followers', 'public'] : ['members', 'followers'];
  return {
    name: title.trim().slice(0, MOST_NAME),
    kind: 'stream',
    countsIn: countsInOf(instance),
    needsPlace: false,
    readsBy: 'list',
    canThank: true,
    hasCalls: true,
    maxCharacters: maxCharactersOf(instance),
    keepsKeys: ours?.idempotency === 'forever',
    canEdit: ours !== null || edits(instance),
    canRemove: true,
    hasPlaces: ours?.places === true,
    canInvite: ours?.invitations === true,
    format: takesMarkdown(instance) ? 'markdown' : 'plain',
    audiences,
    pictures: picturesOf(configuration),
  };
}

/** As many as the server says, of the two kinds that we send; one that says nothing of pictures takes none. */
function picturesOf(configuration: Instance['configuration']): number {
  const types = configuration?.media_attachments?.supported_mime_types ?? [];
  const takesOurs = types.includes('image/jpeg') && types.includes('image/png');
  const most = configuration?.statuses?.max_media_attachments ?? 0;
  return takesOurs ? Math.max(0, Math.min(most, MAX_PICTURES)) : 0;
}
