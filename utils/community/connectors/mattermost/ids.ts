/** Where a post stands: all that it takes to answer it, and to link to it. `root` is the post that it answers, or ''. */
export interface Address {
  /** The name of the team in addresses. */
  readonly team: string;
  readonly channel: string;
  readonly post: string;
  readonly root: string;
}

const ID = /^[\w-]{1,64}$/u;

/** A part of a path: an id as it is, and for anything else one that nothing has. */
export function part(id: string): string {
  return ID.test(id) ? id : '-';
}

/** A place is a channel by its team: links to what stands in it need the team's name. */
export function placeIdOf(team: string, channel: string): string {
  return `${team}/${channel}`;
}

export function postIdOf({ team, channel, post, root }: Address): string {
  return [team, channel, post, ...(root === '' ? [] : [root])].join('/');
}

/** What the id of a post or of a place says; empty parts where it says nothing. */
export function addressOf(id: string | null | undefined): Address {
  const [team = '', channel = '', post = '', root = ''] = (id ?? '').split('/');
  return { team, channel, post, root };
}

/** The page that opens a post. Without a team the server takes the one that the reader was in last. */
export function linkTo(base: string, { team, post }: Address): string {
  return `${base}/${team === '' ? '_redirect' : part(team)}/pl/${part(post)}`;
}
