import { describe, expect, test } from 'vitest';
import { firefox, type Part, told } from '../../support/browser-recordings';

describe('Redmine in German, in a folder, recorded in Firefox with pages', () => {
  const site = 'http://projekte.stadt.example:3000/redmine';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const page = (title: string): string =>
    `<html lang="de"><head><title>${title} - Stadtarchiv - Redmine</title><meta name="description" content="Redmine"></head><body class="has-main-menu controller-issues action-show">`;
  const post = (minute: number, path: string, fields: Record<string, string>, to: string | null): Part => ({
    minute,
    method: 'POST',
    url: `${site}${path}`,
    headers: form,
    body: new URLSearchParams({ utf8: '✓', authenticity_token: 'canary', ...fields }).toString(),
    status: to === null ? 200 : 302,
    answer: to === null ? {} : { location: `${site}${to}` },
  });
  const ticket = { 'issue[subject]': 'Fristenkatalog prüfen', 'issue[tracker_id]': '2' };
  const parts: Part[] = [
    { minute: 0, url: `${site}/projects/archiv/issues/new`, html: page('Neues Ticket') },
    {
      minute: 1,
      method: 'POST',
      url: `${site}/projects/archiv/issues/new.js`,
      headers: { ...form, 'x-requested-with': 'XMLHttpRequest' },
      body: 'issue%5Btracker_id%5D=2&form_update_triggered_by=issue_tracker_id',
    },
    post(2, '/projects/archiv/issues', { ...ticket, 'issue[subject]': '' }, null),
    post(3, '/projects/archiv/issues', ticket, '/issues/31'),
    { minute: 3, url: `${site}/issues/31`, html: page('Fehler #31: Fristenkatalog prüfen') },
    post(6, '/issues/31', { _method: 'patch', 'issue[notes]': 'Erledigt' }, '/issues/31'),
    { minute: 6, url: `${site}/issues/31`, html: page('Fehler #31: Fristenkatalog prüfen') },
    post(
      9,
      '/projects/archiv/wiki/%C3%9Cbernahme_von_Akten',
      { _method: 'put', 'content[text]': 'h1.' },
      '/projects/archiv/wiki/%C3%9Cbernahme_von_Akten',
    ),
    post(12, '/projects/archiv/wiki/Alt', { _method: 'delete' }, '/projects/archiv/wiki/index'),
    post(15, '/issues/31', { _method: 'patch', 'issue[notes]': 'x' }, '/login?back_url=x'),
  ];
  const expected = [
    ['redmine', 'edit', 'Fristenkatalog prüfen', `${site}/issues/31`, 3],
    ['redmine', 'edit', 'Fehler #31: Fristenkatalog prüfen - Stadtarchiv - Redmine', `${site}/issues/31`, 5],
    ['redmine', 'edit', 'Übernahme von Akten', `${site}/projects/archiv/wiki/%C3%9Cbernahme_von_Akten`, 7],
    ['redmine', 'delete', 'Alt', null, 8],
  ];

  test('what was done, and nothing else', () => expect(told(parts.map(firefox))).toEqual(expected));

  test('without bodies: the same acts, as far as addresses tell', () => {
    const bare = parts.map((part) => firefox({ ...part, body: undefined }));
    expect(told(bare)).toEqual([
      [
        'redmine',
        'edit',
        'Fehler #31: Fristenkatalog prüfen - Stadtarchiv - Redmine',
        `${site}/issues/31`,
        3,
      ],
      ...expected.slice(1),
    ]);
  });
});
