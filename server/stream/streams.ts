/** The streams of Mastodon. Those of what is not kept here (lists, conversations, other servers) stay silent. */
const NAMES = [
  'user',
  'user:notification',
  'public',
  'public:local',
  'public:remote',
  'public:media',
  'public:local:media',
  'public:remote:media',
  'hashtag',
  'hashtag:local',
  'list',
  'direct',
] as const;

export interface Stream {
  readonly name: (typeof NAMES)[number];
  /** In lower case, without '#'; only of a hashtag's stream. */
  readonly tag: string | null;
  /** How messages name it: `["hashtag", "Archief"]`, as the app wrote it. */
  readonly label: readonly string[];
}

/** The stream that an app names; undefined where there is none of that name, or its tag is missing. */
export function streamOf(name: string, tag: string | undefined): Stream | undefined {
  const known = NAMES.find((each) => each === name);
  if (known === undefined) return undefined;
  if (!known.startsWith('hashtag')) return { name: known, tag: null, label: [known] };
  const clean = (tag ?? '').replace(/^#/, '').toLowerCase();
  return clean === '' ? undefined : { name: known, tag: clean, label: [known, tag ?? ''] };
}

/** The scope that a token needs for a stream. */
export function scopeOf({ name }: Stream): string {
  return name === 'user:notification' ? 'read:notifications' : 'read:statuses';
}

/** Something that happened, as one reader may see it. */
export interface News {
  readonly event: 'update' | 'status.update' | 'delete' | 'notification';
  /** JSON, or the id of what was deleted. */
  readonly payload: string;
  /** Whether it comes home to its reader. */
  readonly home: boolean;
  /** Whether it was said to everybody. */
  readonly forAll: boolean;
  readonly tags: readonly string[];
}

/** Whether news are for a stream. */
export function belongs({ event, home, forAll, tags }: News, { name, tag }: Stream): boolean {
  switch (name) {
    case 'user':
      return home;
    case 'user:notification':
      return event === 'notification';
    case 'public':
    case 'public:local':
      return forAll;
    case 'hashtag':
    case 'hashtag:local':
      return forAll && (event === 'delete' || (tag !== null && tags.includes(tag)));
    default:
      return false;
  }
}
