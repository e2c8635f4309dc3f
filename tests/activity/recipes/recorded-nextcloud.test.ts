import { describe, expect, test } from 'vitest';
import { chromium, type Part, told } from '../../support/browser-recordings';

describe('Nextcloud, recorded in Chromium with bodies and pages', () => {
  const site = 'https://cloud.gemeente.example';
  const dav = `${site}/remote.php/dav`;
  const files = `${dav}/files/anna`;
  const token = { requesttoken: 'canary', 'x-requested-with': 'XMLHttpRequest' };
  const json = { ...token, 'content-type': 'application/json' };
  const uploads = `${dav}/uploads/anna/web-file-upload-4c`;
  const destination = `${files}/Archief/Luchtfoto%27s%202026.zip`;
  const page =
    '<head data-user="anna" data-requesttoken="x"><title>Archief - Bestanden - Nextcloud</title><link rel="icon" href="/apps/theming/favicon/files?v=1"></head>';
  const parts: Part[] = [
    { minute: 0, url: `${site}/apps/files/files/7?dir=/Archief`, html: page },
    { minute: 1, method: 'PROPFIND', url: `${files}/Archief`, status: 207 },
    {
      minute: 2,
      method: 'PUT',
      url: `${files}/Archief/Bewaarplan%20%28concept%29.odt`,
      headers: token,
      status: 201,
    },
    { minute: 4, method: 'MKCOL', url: uploads, headers: { ...token, destination }, status: 201 },
    { minute: 4, method: 'PUT', url: `${uploads}/1`, headers: { ...token, destination }, status: 201 },
    { minute: 4, method: 'PUT', url: `${uploads}/2`, headers: { ...token, destination }, status: 201 },
    { minute: 5, method: 'MOVE', url: `${uploads}/.file`, headers: { ...token, destination }, status: 201 },
    {
      minute: 7,
      method: 'MOVE',
      url: `${files}/Archief/Bewaarplan%20%28concept%29.odt`,
      headers: { ...token, destination: `${files}/Archief/Bewaarplan%202026.odt` },
      status: 201,
    },
    {
      minute: 9,
      method: 'POST',
      url: `${site}/ocs/v2.php/apps/files_sharing/api/v1/shares`,
      headers: json,
      body: '{"path":"/Archief/Bewaarplan 2026.odt","shareType":0,"shareWith":"bram","permissions":19}',
    },
    { minute: 11, method: 'DELETE', url: `${files}/Archief/oud.txt`, headers: token, status: 403 },
    { minute: 13, method: 'DELETE', url: `${files}/Archief/oud.txt`, headers: token, status: 204 },
    {
      minute: 15,
      method: 'POST',
      url: `${site}/index.php/apps/files/api/v1/files/Archief/x`,
      headers: json,
      body: '{"tags":["_$!<Favorite>!$_"]}',
    },
  ];
  const here = `${site}/apps/files/files/7?dir=/Archief`;

  test('what was done, and nothing else', () => {
    expect(told(parts.map(chromium))).toEqual([
      ['nextcloud', 'upload', 'Bewaarplan (concept).odt', here, 2],
      ['nextcloud', 'upload', "Luchtfoto's 2026.zip", here, 6],
      ['nextcloud', 'move', 'Bewaarplan 2026.odt', here, 7],
      ['nextcloud', 'share', 'Bewaarplan 2026.odt', here, 8],
      ['nextcloud', 'delete', 'oud.txt', null, 10],
    ]);
  });

  test('files dropped together are one act', () => {
    const put = (name: string): Part => ({ minute: 3, method: 'PUT', url: `${files}/${name}`, status: 201 });
    expect(told([put('a.pdf'), put('b.pdf'), put('c.pdf')].map(chromium))).toEqual([
      ['nextcloud', 'upload', 'c.pdf', null, 2, 3],
    ]);
  });
});
