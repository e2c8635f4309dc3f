import { expect, test } from 'vitest';
import { must } from '../../support/outbox-world';
import { kitCase } from './case';
import { Person, REFERENCE } from './person';
import type { Specimen } from './specimen';

const DAY_MS = 86_400_000;

/** Everything goes well: each verb does what it says. */
export function works(specimen: Specimen): void {
  const it = (name: string, run: (person: Person) => Promise<void>) => kitCase(specimen, name, run);

  it('says what it is, who asks, and where one may write', async ({ community, specimen: { placeId } }) => {
    expect(community.name).not.toBe('');
    expect(community.accountId).not.toBe('');
    expect(community.accountHandle).not.toMatch(/^@|^$/);
    expect(community.maxCharacters).toBeGreaterThan(200);
    expect(community.places?.map(({ id }) => id) ?? [null]).toContain(placeId);
    expect(community.kind).toBe(specimen.platform.kind);
  });

  it('a post arrives whole, in two requests at most', async (person) => {
    const text = person.textOf(person.practice());
    const before = person.line.requests.length;
    const { ref, held } = must(await person.say(text));
    expect(held).toBe(false);
    expect(person.line.requests.length - before).toBeLessThanOrEqual(2);
    expect(person.fake.posts()).toHaveLength(1);
    expect(person.fake.posts()[0]?.id).toBe(ref.id);
    expect(new URL(ref.url).protocol).toMatch(/^https?:$/);
    const [post] = await person.found(REFERENCE);
    expect(post?.id).toBe(ref.id);
    expect(post?.url).toBe(ref.url);
    expect(post?.authorId).toBe(person.community.accountId);
    expect(Math.abs((post?.at ?? 0) - person.now)).toBeLessThanOrEqual(1000);
  });

  it('is found by its marker however many came after it, and nobody else’s is', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice({ title: 'De eerste' }))));
    for (let number = 0; number < 45; number += 1) {
      person.now += 60_000;
      must(
        await person.say(
          person.textOf(person.practice({ title: `Nummer ${number}` }), `DG-AAAA-${1000 + number}`),
        ),
      );
    }
    expect((await person.found(REFERENCE, person.now - DAY_MS)).map(({ id }) => id)).toEqual([ref.id]);
    expect(await person.found('DG-ZZZZ-9999', person.now - DAY_MS)).toEqual([]);
  });

  it('looks no further back than it was asked to', async (person) => {
    must(await person.say(person.textOf(person.practice())));
    person.now += 30 * DAY_MS;
    const before = person.line.requests.length;
    for (let number = 0; number < 25; number += 1)
      must(
        await person.say(
          person.textOf(person.practice({ title: `Nummer ${number}` }), `DG-AAAA-${1000 + number}`),
        ),
      );
    const sent = person.line.requests.length - before;
    await person.found('DG-ZZZZ-9999', person.now - 60_000);
    expect(person.line.requests.length - before - sent).toBeLessThanOrEqual(4);
  });

  if (specimen.platform.kind === 'stream') answers(it);
  else keepsUpToDate(it);

  it('is edited where it can be, and removed', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    if (person.community.canEdit) {
      const text = person.textOf(person.practice({ did: 'Anders dan eerst.' }));
      must(await person.say(text, { edits: ref.id, ...(ref.version && { basedOn: ref.version }) }));
      expect(person.fake.posts()).toHaveLength(1);
      expect((await person.found(REFERENCE))[0]?.text).toContain('Anders dan eerst.');
    }
    if (person.community.canRemove) {
      must(await person.ask({ verb: 'remove', postId: ref.id }));
      expect(person.fake.posts()).toEqual([]);
      must(await person.ask({ verb: 'remove', postId: ref.id })); // gone already, as wanted
    }
  });

  test('never asks anybody but the platform itself', async () => {
    const person = await Person.connected(specimen);
    const { ref } = must(await person.say(person.textOf(person.practice())));
    await person.ask({ verb: 'thread', postId: ref.id });
    const allowed = [specimen.account.origin, ...Object.keys(specimen.account.elsewhere ?? {})];
    expect(
      [...new Set(person.line.requests.map(({ url }) => new URL(url).origin))].filter(
        (to) => !allowed.includes(to),
      ),
    ).toEqual([]);
  });
}

type It = (name: string, run: (person: Person) => Promise<void>) => void;

function answers(it: It): void {
  it('shows replies and thanks of others', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    person.now += 60_000;
    person.fake.reply?.(ref.id, 'Dat doen wij ook zo.');
    if (person.community.canThank ?? true) person.fake.thank?.(ref.id);
    const { posts } = must(await person.ask({ verb: 'thread', postId: ref.id }));
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toBe('Dat doen wij ook zo.');
    expect(posts[0]?.answersId).toBe(ref.id);
    expect(posts[0]?.authorId).not.toBe(person.community.accountId);
    expect(posts[0]?.authorName).not.toBe('');
    const [own] = await person.found(REFERENCE);
    if (person.community.canThank ?? true) expect(own?.thanks).toBe(1);
  });

  it('answers where it was asked, and the answer is found again', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    person.now += 60_000;
    const answer = person.textOf(person.practice({ title: 'Een antwoord' }), 'DG-AAAA-2222');
    const { ref: answered } = must(await person.say(answer, { replyTo: ref.id }));
    const { posts } = must(await person.ask({ verb: 'thread', postId: ref.id }));
    expect(posts.map(({ id }) => id)).toEqual([answered.id]);
    const found = await person.found('DG-AAAA-2222', 0, { answersId: ref.id });
    expect(found.map(({ id }) => id)).toEqual([answered.id]);
  });

  it('thanks once, and takes it back', async (person) => {
    if (person.community.canThank === false) return;
    const { ref } = must(await person.say(person.textOf(person.practice())));
    for (const on of [true, true, false, false]) {
      must(await person.ask({ verb: 'mark', postId: ref.id, on }));
      const [post] = await person.found(REFERENCE);
      expect([post?.thanks, post?.thanked]).toEqual(on ? [1, true] : [0, false]);
    }
  });
}

function keepsUpToDate(it: It): void {
  it('a page that somebody else changed is not overwritten', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    person.now += 60_000;
    person.fake.change?.(ref.id, 'Van iemand anders');
    const mine = person.textOf(person.practice({ did: 'Van mij.' }));
    const again = await person.say(mine, { edits: ref.id, basedOn: ref.version ?? '' });
    expect(again).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(person.fake.posts().map(({ text }) => text.includes('Van iemand anders'))).toEqual([true]);
  });

  it('who looked at what somebody else put there replaces that, also where our reference is gone from it', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    person.now += 60_000;
    person.fake.change?.(ref.id, 'Van iemand anders');
    const mine = person.textOf(person.practice({ did: 'Van mij.' }));
    const met = await person.say(mine, { edits: ref.id, basedOn: ref.version ?? '' });
    const version = met.ok || met.error.kind !== 'conflict' ? undefined : met.error.version;
    must(await person.say(mine, { edits: ref.id, basedOn: version ?? 'none' }));
    expect(person.fake.posts().map(({ text }) => text.includes('Van mij.'))).toEqual([true]);
  });

  it('a page that was removed is gone, and nothing is made in its place', async (person) => {
    const { ref } = must(await person.say(person.textOf(person.practice())));
    must(await person.ask({ verb: 'remove', postId: ref.id }));
    const again = await person.say(person.textOf(person.practice()), {
      edits: ref.id,
      basedOn: ref.version ?? '',
    });
    expect(again).toMatchObject({ ok: false, error: { kind: 'gone' } });
    expect(person.fake.posts()).toEqual([]);
  });

  it('the same page again, under the same reference, is one page', async (person) => {
    const text = person.textOf(person.practice());
    const { ref } = must(await person.say(text));
    must(await person.say(text));
    expect(person.fake.posts().map(({ id }) => id)).toEqual([ref.id]);
  });
}
