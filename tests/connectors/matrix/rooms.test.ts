import { describe, expect, test } from 'vitest';
import { event, found, html, text } from './asking';
import { ROOM } from './who-and-where';

describe('what is said in a room', () => {
  test('is read as text with its marks, by the names that people go by there', async () => {
    const stranger = event('$b', text('Hallo'), { sender: '@weg:elders.example' });
    const { posts } = await found([
      event('$a', text('kaal', html('<p>a &lt; <strong>b</strong></p>'))),
      stranger,
    ]);
    expect(posts.map((post) => [post.text, post.authorName])).toEqual([
      ['a < **b**', 'Ben Peeters'],
      ['Hallo', 'weg'],
    ]);
    expect(posts[0]).toMatchObject({
      id: `${ROOM}/$a`,
      url: 'https://matrix.to/#/!praktijk%3Aarchief.example/%24a?via=archief.example',
      answersId: null,
    });
  });

  test('without what older programs quote above a reply', async () => {
    const relation = { 'm.relates_to': { 'm.in_reply_to': { event_id: '$a' } } };
    const quoted = '<mx-reply><blockquote>Ref. DG-7F3K-2Q9D</blockquote></mx-reply>Dank';
    const { posts } = await found([
      event('$c', text('> <@ann:a.example> Titel\n> meer\n\nDank je', relation)),
      event('$b', text('x', { ...html(quoted), ...relation })),
      event('$d', text('> zelf een citaat\nen meer')),
    ]);
    expect(posts.map((post) => [post.text, post.answersId])).toEqual([
      ['Dank je', `${ROOM}/$a`],
      ['Dank', `${ROOM}/$a`],
      ['> zelf een citaat\nen meer', null],
    ]);
  });

  test('as its last correction left it; the correction itself is no post', async () => {
    const corrected = { content: { 'm.new_content': text('Beter') } };
    const replacing = text('* Beter', { 'm.relates_to': { rel_type: 'm.replace', event_id: '$a' } });
    const { posts } = await found([
      event('$b', replacing),
      event('$a', text('Eerst'), { unsigned: { 'm.relations': { 'm.replace': corrected } } }),
    ]);
    expect(posts.map((post) => [post.id, post.text])).toEqual([[`${ROOM}/$a`, 'Beter']]);
  });

  test('and nothing of what was removed, pictures, what a program says, and what is malformed', async () => {
    const { posts } = await found([
      ...[
        event('$a', {}),
        event('$b', { msgtype: 'm.image', body: 'x.png' }),
        event('$c', { msgtype: 'm.notice', body: 'x' }),
      ],
      ...[
        event('no id', text('x')),
        event('$d', text('x'), { sender: 5 }),
        null,
        'x',
        event('$e', text('x'), { type: 5 }),
      ],
    ]);
    expect(posts).toEqual([]);
  });

  test('is known by the mark, where there is one: a quoted reference is none', async () => {
    const mark = (reference: string) => ({ 'deelgenoot.practice': { reference } });
    const { posts } = await found(
      [
        event('$a', text('Zonder de laatste regel', mark('DG-7F3K-2Q9D'))),
        event('$b', text('Zie Ref. DG-7F3K-2Q9D', mark('DG-AAAA-1111'))),
        event('$c', text('Geplakt\n\nRef. DG-7F3K-2Q9D')),
      ],
      { marker: 'DG-7F3K-2Q9D' },
    );
    expect(posts.map(({ id }) => id)).toEqual([`${ROOM}/$a`, `${ROOM}/$c`]);
  });
});
