import { describe, expect, test } from 'vitest';
import { type EntryActions, mainActionOf } from '@/components/outbox/entry-actions';
import { tellStory } from '@/components/outbox/entry-story';
import { PARKED_REASONS } from '@/utils/outbox/entry';
import { anEntry, textOf } from './support';

const NOW = 1_800_000_000_000;
const t = textOf('nl');
const nothing = async (): Promise<null> => null;
const actions: EntryActions = {
  retry: nothing,
  takeBack: nothing,
  answer: nothing,
  discard: nothing,
  undoDiscard: nothing,
  copy: nothing,
  download: nothing,
  connect: nothing,
};

test.each([
  [{ state: 'waiting' }, 'Wacht', 'Bewaard op dit toestel. Vertrekt zodra het kan.', 'popup.retry'],
  [
    { state: 'waiting', attempts: 2, dueAt: NOW + 180_000 },
    'Wacht',
    'Het lukte nog niet. We proberen het over 3 minuten opnieuw.',
    'popup.retry',
  ],
  [
    { state: 'waiting', restsUntil: NOW + 9_000 },
    'Vertrekt zo',
    'Vertrekt over 9 seconden. Je kunt het nog terughalen.',
    'popup.undo',
  ],
  [
    { state: 'waiting', restsUntil: NOW - 1 },
    'Wacht',
    'Bewaard op dit toestel. Vertrekt zodra het kan.',
    'popup.retry',
  ],
  [
    { state: 'waiting', answers: { title: 'Mappen', waits: true } },
    'Wacht',
    'Wacht op “Mappen”: dit komt eronder te staan, dus dat moet eerst aankomen.',
    null,
  ],
  [{ state: 'sending' }, 'Onderweg', 'Wordt nu verstuurd naar Netwerk.', null],
  [
    { state: 'uncertain' },
    'We kijken het na',
    'We weten nog niet of Netwerk het kreeg; misschien is er geen verbinding. We kijken het zo dadelijk na en letten erop dat het er maar één keer komt.',
    'popup.retry',
  ],
  [
    { state: 'held' },
    'Bij een moderator',
    'Netwerk heeft het. Een moderator kijkt er nog naar; je hoeft niets te doen.',
    null,
  ],
  [{ state: 'delivered' }, 'Aangekomen', 'Het staat bij Netwerk.', null],
  ...(['waiting', 'uncertain'] as const).map(
    (state) =>
      [
        { state, attempts: 1, askedUntil: Date.parse('2027-01-15T14:05') },
        state === 'waiting' ? 'Wacht' : 'We kijken het na',
        'Netwerk vroeg om te wachten tot 14:05. Daarna gaat het vanzelf verder.',
        'popup.retry',
      ] as const,
  ),
  [
    { state: 'parked', reason: 'refused', detail: 'Text is too rude' },
    'Vraagt je aandacht',
    'Netwerk nam je bericht niet aan en zegt: “Text is too rude” Je tekst is hier bewaard: pas hem aan en probeer het opnieuw.',
    'popup.take-back',
  ],
  [
    { state: 'parked', reason: 'too-long', detail: '500' },
    'Vraagt je aandacht',
    'Je bericht is te lang: Netwerk neemt er hoogstens 500 tekens van aan. Je tekst is hier bewaard: kort hem in en verstuur hem opnieuw.',
    'popup.take-back',
  ],
] as const)('an entry %j reads “%s”', (changes, label, sentence, action) => {
  const entry = anEntry(changes);
  expect(tellStory(entry, NOW, t, 'nl')).toMatchObject({ label, sentence });
  expect(mainActionOf(entry, NOW, actions)?.words ?? null).toBe(action);
});

describe('an entry that waits for the person', () => {
  test.each(PARKED_REASONS)('says what to do when it is %s', (reason) => {
    const { sentence } = tellStory(anEntry({ state: 'parked', reason }), NOW, t, 'nl');
    expect(sentence).not.toContain('parked.');
    expect(sentence).not.toContain('{{');
  });

  test.each([
    ['not-connected', 'popup.connect'],
    ['signed-out', 'popup.sign-in'],
    ['moved', 'popup.retry-parked'],
    ['address-gone', 'popup.retry-parked'],
    ['disconnected', 'popup.connect'],
    ['other-account', 'popup.sign-in'],
    ['unknown-account', 'popup.sign-in'],
    ['too-long', 'popup.take-back'],
    ['gone', 'popup.elsewhere'],
    ['withdrawn', 'popup.share-again'],
    ['post-gone', 'popup.share-again'],
    ['answered-gone', 'popup.share-alone'],
    ['forbidden', 'popup.retry-parked'],
    ['conflict', 'popup.take-back'],
    ['held-long', 'popup.retry-parked'],
    ['imported', 'popup.retry-parked'],
    ['refused-unsaid', 'popup.retry-parked'],
    ['word-refused', 'popup.take-back'],
    ['captcha', 'popup.retry-parked'],
  ] as const)('offers what helps when it is %s', (reason, words) => {
    expect(mainActionOf(anEntry({ state: 'parked', reason }), NOW, actions)?.words).toBe(words);
  });
});
