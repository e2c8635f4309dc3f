import { describe, expect, test } from 'vitest';
import {
  type Claim,
  type Evidence,
  judge,
  type Stored,
  unsent,
  waitingForPerson,
} from '@/scripts/chaos/judge';
import type { Draft, Entry, EntryState, Receipt } from '@/utils/outbox/entry';

const TEXT = 'Titel\n\nWat ik deed: Ik deed dit.\n\nRef. DG-AAAA-0001';
const CLAIM: Claim = { id: 'e1', reference: 'DG-AAAA-0001', text: TEXT, accountId: 'anna' };
const POST: Stored = { id: 'p1', accountId: 'anna', text: TEXT };

const draft = { id: 'e1', practice: { did: 'Ik deed dit.' } } as Draft;
const receipt = { entryId: 'e1', postId: 'p1' } as Receipt;

function entry(state: EntryState, more: Partial<Entry> = {}): Entry {
  return { id: 'e1', state, text: TEXT, reason: null, ...more } as Entry;
}

function evidence(kept: Partial<Evidence['kept']>, posts: readonly Stored[] = []): Evidence {
  const nothing = { drafts: [], entries: [], receipts: [], quarantine: [] };
  return { kept: { ...nothing, ...kept }, stored: new Map([[CLAIM.reference, posts]]) };
}

describe('what both databases hold, and what that means', () => {
  const delivered = { entries: [entry('delivered')], receipts: [receipt] };
  const other = { ...POST, id: 'p2' };
  test.each<[string, Evidence, readonly string[]]>([
    ['delivered, once, with its receipt', evidence(delivered, [POST]), []],
    ['a draft', evidence({ drafts: [draft] }), ['undelivered']],
    ['waiting', evidence({ entries: [entry('waiting')] }), ['undelivered']],
    [
      'put aside, text and all',
      evidence({ quarantine: [{ id: 'e1', row: entry('waiting') }] }),
      ['undelivered'],
    ],
    ['stored, not marked yet', evidence({ entries: [entry('sending')] }, [POST]), ['undelivered']],
    ['gone on both sides', evidence({}), ['lost', 'undelivered']],
    [
      'an entry with another text',
      evidence({ entries: [entry('waiting', { text: 'x' })] }),
      ['lost', 'undelivered'],
    ],
    [
      'a draft without its words',
      evidence({ drafts: [{ ...draft, practice: { did: 'Iets' } } as Draft] }),
      ['lost', 'undelivered'],
    ],
    [
      'put aside without its text',
      evidence({ quarantine: [{ id: 'e1', row: {} }] }),
      ['lost', 'undelivered'],
    ],
    ['stored twice', evidence(delivered, [POST, other]), ['doubled']],
    ['stored in another name', evidence(delivered, [POST, { ...other, accountId: 'bert' }]), ['doubled']],
    [
      'stored in another name only',
      evidence({}, [{ ...POST, accountId: 'bert' }]),
      ['lost', 'doubled', 'undelivered'],
    ],
    ['called delivered, not there', evidence(delivered), ['falselyDelivered']],
    [
      'called delivered without a receipt',
      evidence({ entries: [entry('delivered')] }, [POST]),
      ['falselyDelivered'],
    ],
    [
      'a receipt before the post',
      evidence({ entries: [entry('sending')], receipts: [receipt] }),
      ['falselyDelivered', 'undelivered'],
    ],
    ['a receipt for another post', evidence(delivered, [other]), ['falselyDelivered']],
    ['a receipt for another text', evidence(delivered, [{ ...POST, text: 'x' }]), ['falselyDelivered']],
  ])('%s', (_what, both, wrong) => {
    const verdict = judge([CLAIM], both);
    const found = Object.entries(verdict).filter(([, references]) => references.length > 0);
    expect(found.map(([kind]) => kind)).toEqual(wrong);
    expect(found.every(([, references]) => references[0] === CLAIM.reference)).toBe(true);
  });
});

test.each<[string, Entry, boolean]>([
  ['a reason and the text', entry('parked', { reason: 'refused' }), true],
  ['no reason', entry('parked'), false],
  ['no text', entry('parked', { reason: 'refused', text: '' }), false],
  ['on its way', entry('uncertain'), false],
])('a post waits for the person with its reason and its text: %s', (_what, row, waits) => {
  expect(waitingForPerson([CLAIM], evidence({ entries: [row] }).kept)).toEqual(waits ? [CLAIM] : []);
});

test('a Send that did not come through is one whose draft is no entry', () => {
  expect(unsent([CLAIM], evidence({ drafts: [draft] }).kept)).toEqual([CLAIM]);
  expect(unsent([CLAIM], evidence({ entries: [entry('waiting')] }).kept)).toEqual([]);
});
