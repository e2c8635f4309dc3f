import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERBS } from '@/utils/activity/activity';
import { CHANNEL_KINDS } from '@/utils/practice/channels';
import { HOLIDAY_COUNTRIES } from '@/utils/settings/asking';
import { originOf, policyOrigins, readPolicy } from '@/utils/settings/policy';

const aCall = { text: 'Deze maand: vernietigingslijsten', from: '2026-12-01', until: '2026-12-31' };

describe('a managed policy', () => {
  test.each<[string, unknown, string | null]>([
    ['nothing is managed', undefined, null],
    ['an empty policy', {}, null],
    ['sites and a community', { sites: ['https://wiki.example/x'], community: { address: 'a' } }, null],
    ['sites that are no list', { sites: 'https://wiki.example' }, 'sites'],
    ['a site that is no address', { sites: ['https://wiki.example', 'wiki'] }, 'sites.1'],
    ['a site that is no web page', { sites: ['file:///etc/passwd'] }, 'sites.0'],
    ['a community without an address', { community: {} }, 'community.address'],
    ['a language that we do not have', { language: 'xx' }, 'language'],
    ['more prompts a week than anybody may set', { prompts: { perWeek: 4 } }, 'prompts.perWeek'],
    ['two prompts a day', { prompts: { perDay: 2 } }, 'prompts.perDay'],
    ['a sensitive page that is no address', { prompts: { sensitive: ['/hr'] } }, 'prompts.sensitive.0'],
    ['a dossier pattern that fits every word', { dossierPatterns: ['DOS-####', '*@'] }, 'dossierPatterns.1'],
    [
      'where posts go',
      {
        destinations: [
          { site: 'https://wiki.example/x', verb: 'edit', community: 'https://c.example', place: 'E-depot' },
        ],
      },
      null,
    ],
    ['a community that is no address', { destinations: [{ community: 'c' }] }, 'destinations.0'],
    [
      'a site of posts that is no address',
      { destinations: [{ community: 'https://c.example', site: 'wiki' }] },
      'destinations.0',
    ],
    [
      'a verb that nobody can do',
      { destinations: [{ community: 'https://c.example', verb: 'drink' }] },
      'destinations.0.verb',
    ],
    ['a call without words', { call: aCall }, null],
    ['a call for one day', { call: { ...aCall, from: '2026-12-31' } }, null],
    ['a call without text', { call: { ...aCall, text: '' } }, 'call.text'],
    ['a call that ends before it begins', { call: { ...aCall, from: '2027-01-01' } }, 'call.until'],
    ['a call until no day', { call: { ...aCall, until: 'december' } }, 'call.until'],
    ['a call for what nobody can do', { call: { ...aCall, verbs: ['drink'] } }, 'call.verbs.0'],
    ['a charter', { charter: [{ kind: 'chat', channel: 'Teams', link: 'mailto:a@b.example' }] }, null],
    ['a charter for what there is not', { charter: [{ kind: 'fax', channel: 'Fax' }] }, 'charter.0.kind'],
    ['a channel without a name', { charter: [{ kind: 'chat', channel: '' }] }, 'charter.0.channel'],
    [
      'a channel with an address that is none',
      { charter: [{ kind: 'chat', channel: 'Teams', link: 'teams' }] },
      'charter.0.link',
    ],
    [
      'two channels of one kind',
      {
        charter: [
          { kind: 'chat', channel: 'Teams' },
          { kind: 'chat', channel: 'Mattermost' },
        ],
      },
      'charter',
    ],
    [
      'leave that is no day',
      { prompts: { daysOff: [{ from: '24/12', to: '31/12' }] } },
      'prompts.daysOff.0.from',
    ],
  ])('%s', (_what, raw, field) => {
    const read = readPolicy(raw);
    expect(read.ok ? null : read.error.field).toBe(field);
  });

  test('keys that a newer version knows are no reason to refuse the rest', () => {
    expect(readPolicy({ sites: ['https://wiki.example'], future: 1 }).ok).toBe(true);
  });

  test('that is wrong somewhere still narrows, and no more than that: a slip must not open what was closed', () => {
    const prompts = { perDay: 0, from: 600, sensitive: ['https://dms.example/hr/', 7, 'wiki'], perWeek: 9 };
    const read = readPolicy({ sites: ['https://wiki.example'], language: 'xx', prompts });
    const narrows = { perDay: 0, from: 600, sensitive: ['https://dms.example/hr/', 'wiki'] };
    expect(read).toEqual({ ok: false, error: { field: 'language', narrows: { prompts: narrows } } });
    const patterns = { dossierPatterns: ['DOS-####', '*', 7], language: 'xx' };
    expect(readPolicy(patterns)).toMatchObject({ error: { narrows: { dossierPatterns: ['DOS-####'] } } });
    expect(readPolicy('nothing')).toEqual({ ok: false, error: { field: 'policy', narrows: {} } });
  });

  test('names channels by the keys that its schema tells administrators, and no others', () => {
    const charter = [
      { kind: 'news', channel: 'Intranet', link: 'https://a.example/', because: 'Iedereen leest het.' },
    ];
    const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    const known = properties.charter.items.properties;
    expect(Object.keys(known).sort()).toEqual(Object.keys(charter[0] ?? {}).sort());
    expect(known.kind.enum).toEqual([...CHANNEL_KINDS]);
    expect(readPolicy({ charter })).toEqual({ ok: true, value: { charter } });
  });

  test('limits prompts by the keys that its schema tells administrators, and no others', () => {
    const prompts = {
      ...{ perDay: 1, perWeek: 3, days: [1], from: 600, to: 960, holidays: 'be' },
      ...{ daysOff: [{ from: '2026-12-24', to: '2026-12-31' }], sensitive: ['https://dms.example/hr/'] },
    };
    const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    expect(Object.keys(properties.prompts.properties).sort()).toEqual(Object.keys(prompts).sort());
    expect(properties.prompts.properties.holidays.enum).toEqual([...HOLIDAY_COUNTRIES]);
    expect(readPolicy({ prompts })).toEqual({ ok: true, value: { prompts } });
  });

  test('gives out applications by the keys that its schema tells administrators, and no others', () => {
    const applications = [{ platform: 'x', address: 'https://x.example', clientId: 'id', tenant: 'org' }];
    const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    const known = Object.keys(properties.applications.items.properties).sort();
    expect(known).toEqual(Object.keys(applications[0] ?? {}).sort());
    expect(readPolicy({ applications })).toEqual({ ok: true, value: { applications } });
    expect(readPolicy({ applications: [{ platform: 'x' }] })).toMatchObject({
      error: { field: 'applications.0.clientId' },
    });
  });

  test('calls for practices by the keys and verbs that its schema tells administrators', () => {
    const call = { ...aCall, words: ['vernietig'], verbs: [...VERBS] };
    const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    expect(Object.keys(properties.call.properties).sort()).toEqual(Object.keys(call).sort());
    expect(properties.call.properties.verbs.items.enum).toEqual([...VERBS]);
    expect(readPolicy({ call })).toEqual({ ok: true, value: { call } });
  });

  test('its origins are named once each, without path', () => {
    expect(
      policyOrigins({ sites: ['https://wiki.example/a', 'https://wiki.example/b', 'http://x.example:81'] }),
    ).toEqual(['https://wiki.example', 'http://x.example:81']);
  });

  test.each([
    ['https://a.example/x?y', 'https://a.example'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['about:blank', null],
    ['chrome-extension://abc/popup.html', null],
    ['no address', null],
  ])('the origin of %s is %s', (address, origin) => {
    expect(originOf(address)).toBe(origin);
  });
});
