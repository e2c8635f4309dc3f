/** A place is `team/channel`, a post `team/channel/message`, a reply `team/channel/message/reply`. */
export function pathOf(id: string): string {
  const [team = '', channel = '', message, reply] = id.split('/').map(encodeURIComponent);
  const post = message === undefined ? '' : `/messages/${message}`;
  return `/teams/${team}/channels/${channel}${post}${reply === undefined ? '' : `/replies/${reply}`}`;
}

/** The first so many parts of an id: 2 give its place, 3 the post that a thread begins with. */
export function partsOf(id: string, count: 2 | 3): string {
  return id.split('/').slice(0, count).join('/');
}

/** Whether it stands below another post: threads have one level. */
export function isReply(id: string): boolean {
  return id.split('/').length === 4;
}
