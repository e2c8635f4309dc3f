import type { Clock } from '@/utils/kernel/clock';

export const ANN = { id: 11, username: 'ann', name: 'Ann' };
export const BEN = { id: 12, username: 'ben', name: 'Ben' };
const REPEATS_MS = 300_000;
/** The spaces that its text cleaner makes plain ones. */
const FINE_SPACES = /[\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

export interface Said {
  readonly id: number;
  readonly topic: number;
  readonly number: number;
  readonly category: number;
  readonly by: typeof ANN;
  readonly at: number;
  readonly raw: string;
  readonly answers: number | null;
  readonly likedBy: Set<number>;
}

/** What an administrator chose. */
export interface SiteChoices {
  readonly title_prettify: boolean;
  readonly min_topic_title_length: number;
  readonly max_topic_title_length: number;
  readonly allow_duplicate_topic_titles: boolean;
  readonly max_post_length: number;
}

/** As it comes to `POST /posts.json`. */
export interface Order {
  readonly raw: string;
  readonly title?: string;
  readonly category?: number;
  readonly topic_id?: number;
  readonly reply_to_post_number?: number;
}

/** What a forum keeps, and its rules for what it takes. */
export class Forum {
  said: Said[] = [];
  readonly titles = new Map<number, string>();
  readonly held: Order[] = [];
  private made = 100;

  constructor(
    private readonly clock: Clock,
    readonly choices: SiteChoices,
  ) {}

  /** In its own words; null for what it takes. */
  objection({ raw, title = '', topic_id }: Order): string | null {
    const { min_topic_title_length: least, allow_duplicate_topic_titles, max_post_length } = this.choices;
    const isTopic = topic_id === undefined;
    const name = this.tidied(title);
    if (topic_id !== undefined && !this.titles.has(topic_id)) return 'Something has gone wrong.';
    if (isTopic && [...name].length < least) return `Title is too short (minimum is ${least} characters)`;
    if (isTopic && !allow_duplicate_topic_titles && [...this.titles.values()].includes(name))
      return 'Title has already been used';
    const length = [...cleaned(raw)].length;
    if (length > max_post_length)
      return `Body is limited to ${max_post_length} characters; you entered ${length}.`;
    const isRepeat = this.said.some(
      (one) => one.raw === cleaned(raw) && this.clock() - one.at < REPEATS_MS && one.by === ANN,
    );
    return isRepeat ? 'Body is too similar to what you recently posted' : null;
  }

  keep(by: typeof ANN, { raw, title = '', category = 1, topic_id, reply_to_post_number }: Order): Said {
    this.made += 1;
    const topic = topic_id ?? this.made;
    if (topic_id === undefined) this.titles.set(topic, this.tidied(title));
    const inTopic = this.said.filter((one) => one.topic === topic);
    const said = {
      id: this.made * 10,
      topic,
      number: Math.max(0, ...inTopic.map(({ number }) => number)) + 1,
      category: inTopic[0]?.category ?? category,
      by,
      at: this.clock(),
      raw: cleaned(raw),
      answers: reply_to_post_number ?? null,
      likedBy: new Set<number>(),
    };
    this.said.push(said);
    return said;
  }

  edit(said: Said, raw: string, title: string | undefined): Said {
    if (title !== undefined) this.titles.set(said.topic, this.tidied(title));
    const edited = { ...said, raw: cleaned(raw) };
    this.said = this.said.map((one) => (one === said ? edited : one));
    return edited;
  }

  remove(said: Said): void {
    this.said = this.said.filter((one) => one !== said);
  }

  at(id: string): Said | undefined {
    return this.said.find(({ topic, number }) => `${topic}/${number}` === id);
  }

  private tidied(title: string): string {
    const plain = cleaned(title).replace(/ +/gu, ' ').trim();
    if (!this.choices.title_prettify) return plain;
    const quiet = plain
      .replace(/!+/gu, '!')
      .replace(/\?+/gu, '?')
      .replace(/([^.])\.+$/u, '$1');
    return quiet.replace(/^[a-z]*\b/u, (word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  }
}

function cleaned(text: string): string {
  return text.replace(FINE_SPACES, ' ').trimEnd();
}
