import { expect, test } from 'vitest';
import type { Entry } from '@/utils/outbox/entry';
import { type Rule, suggestDestination } from '@/utils/outbox/suggest-destination';

const places = [{ id: 'e-depot', name: 'E-depot', closed: false }];
const own = { id: 'own', scope: 'own', places } as const;
const across = { id: 'across', scope: 'across', places: null } as const;
const far = { id: 'far', scope: 'across', places: null } as const;
const about = { site: 'https://wiki.example', verb: 'edit' };

const post = (communityId: string, wishes: Partial<Entry> = {}) => ({
  communityId,
  placeId: null,
  corrects: null,
  answers: null,
  ...wishes,
});

test('nothing is connected: nothing is proposed', () => {
  expect(suggestDestination([], [post('own')], about)).toBeNull();
});

test('the only community', () => {
  expect(suggestDestination([across], [], undefined)).toMatchObject({
    communityId: 'across',
    reason: 'only',
  });
});

test('one’s own organisation before others, also where those were used last', () => {
  const suggested = suggestDestination([across, own], [post('across')], about);
  expect(suggested).toEqual({ communityId: 'own', placeId: null, reason: 'own' });
});

test('the community and the place that were used last for the same verb on the same site', () => {
  const earlier = [
    post('own', { about: { ...about, verb: 'upload' } }),
    post('across', { about }),
    post('own', { about, placeId: 'e-depot' }),
  ];
  expect(suggestDestination([own, across], earlier, about)).toMatchObject({
    communityId: 'across',
    reason: 'last',
  });
  expect(suggestDestination([own], earlier, about)).toEqual({
    communityId: 'own',
    placeId: 'e-depot',
    reason: 'last',
  });
});

test('not a place that the person is in no longer', () => {
  const earlier = [post('own', { about, placeId: 'left' })];
  expect(suggestDestination([own], earlier, about)).toMatchObject({ placeId: null });
});

test('a reply or a correction says nothing: it had no choice', () => {
  const corrects = {
    entryId: 'e',
    postId: '1',
    communityId: 'across',
    placeId: null,
    audience: 'members',
  } as const;
  expect(suggestDestination([own, across], [post('across', { about, corrects })], about)?.reason).toBe('own');
});

test('without one’s own organisation the one shared in last, else the first', () => {
  expect(suggestDestination([across, far], [post('gone'), post('far')], undefined)).toMatchObject({
    communityId: 'far',
    reason: 'recent',
  });
  expect(suggestDestination([across, far], [], undefined)).toMatchObject({
    communityId: 'across',
    reason: 'first',
  });
});

const rule = (wishes: Partial<Rule>): Rule => ({
  site: null,
  verb: null,
  communityId: 'across',
  placeId: null,
  ...wishes,
});

test('what the person set goes before what the organisation did, and both before what was used last', () => {
  const organisation = [rule({ communityId: 'far' })];
  const earlier = [post('own', { about })];
  expect(suggestDestination([own, across, far], earlier, about, { set: [], organisation })).toMatchObject({
    communityId: 'far',
    reason: 'organisation',
  });
  const set = [rule({ communityId: 'own', placeId: 'e-depot' })];
  expect(suggestDestination([own, across, far], earlier, about, { set, organisation })).toEqual({
    communityId: 'own',
    placeId: 'e-depot',
    reason: 'set',
  });
});

test('of what was set, what says most about the activity holds', () => {
  const rules = [
    rule({ communityId: 'far' }),
    rule({ verb: 'edit', communityId: 'across' }),
    rule({ site: about.site, communityId: 'own' }),
    rule({ ...about, communityId: 'own', placeId: 'e-depot' }),
  ];
  const goes = (site: string | undefined, verb: string, set = rules) =>
    suggestDestination([own, across, far], [], site === undefined ? undefined : { site, verb }, {
      set,
      organisation: [],
    });
  expect(goes(about.site, 'edit')).toMatchObject({ communityId: 'own', placeId: 'e-depot' });
  expect(goes(about.site, 'upload')).toMatchObject({ communityId: 'own', placeId: null });
  expect(goes('https://other.example', 'edit')).toMatchObject({ communityId: 'across' });
  expect(goes(undefined, 'edit')).toMatchObject({ communityId: 'far' });
  expect(goes(about.site, 'edit', rules.toReversed())).toMatchObject({ placeId: 'e-depot' });
});

test('what was set for a community that is gone, or a place that was left, holds no more', () => {
  const set = [rule({ communityId: 'gone' })];
  expect(suggestDestination([own], [], about, { set, organisation: [] })).toMatchObject({ reason: 'only' });
  const left = [rule({ communityId: 'own', placeId: 'left' })];
  expect(suggestDestination([own], [], about, { set: left, organisation: [] })).toMatchObject({
    communityId: 'own',
    placeId: null,
  });
});
