/** Where an event stands. `root` is the one whose thread it is in, or ''. */
export interface Address {
  readonly room: string;
  readonly event: string;
  readonly root: string;
}

export const ROOM = /^![!-~]{1,254}$/u;
export const EVENT = /^\$[!-~]{1,254}$/u;
export const USER = /^@[!-~]{1,254}$/u;

/** Ids may hold slashes, and no dollar sign after their first one. */
export function postIdOf({ room, event, root }: Address): string {
  return [room, event, ...(root === '' ? [] : [root])].join('/');
}

/** What the id of a post or of a place says; empty parts where it says nothing that could be one. */
export function addressOf(id: string | null | undefined): Address {
  const [room = '', event = '', root = ''] = (id ?? '').split('/$');
  const known = (part: string) => (EVENT.test(`$${part}`) ? `$${part}` : '');
  return { room: ROOM.test(room) ? room : '', event: known(event), root: known(root) };
}

/** A part of a path. What names nothing becomes something that nothing has: an empty part would be another path. */
export function part(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '-')) || '-';
}

/** The page that opens an event in whatever the reader uses; `member` is in its room, and so is that member's server. */
export function linkTo({ room, event }: Address, member: string): string {
  const via = part(member.slice(member.indexOf(':') + 1));
  return `https://matrix.to/#/${part(room)}/${part(event)}?via=${via}`;
}

/** What stands before the colon of a person's id. */
export function localPart(user: string): string {
  return user.slice(1).split(':')[0] || user;
}
