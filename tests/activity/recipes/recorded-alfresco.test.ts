import { describe, expect, test } from 'vitest';
import { chromium, type Part, told } from '../../support/browser-recordings';

describe('Alfresco, recorded in Chromium, which keeps cookies to itself', () => {
  const site = 'https://ecm.example';
  const share = `${site}/share/proxy/alfresco`;
  const rest = `${site}/alfresco/api/-default-/public`;
  const json = {
    'content-type': 'application/json',
    'alfresco-csrftoken': 'canary',
    referer: `${site}/share/page/site/a/documentlibrary`,
  };
  const boundary = '----WebKitFormBoundary7MA';
  const multipart = [
    `--${boundary}\r\nContent-Disposition: form-data; name="filedata"; filename="nota één.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n`,
    `--${boundary}\r\nContent-Disposition: form-data; name="filename"\r\n\r\nnota één.pdf\r\n--${boundary}--\r\n`,
  ].join('');
  const parts: Part[] = [
    {
      minute: 0,
      url: `${site}/share/page/site/a/documentlibrary`,
      html: '<title>Alfresco &raquo; Bibliotheek</title>',
    },
    {
      minute: 2,
      method: 'POST',
      url: `${share}/api/upload`,
      headers: { ...json, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: multipart,
    },
    {
      minute: 2,
      method: 'POST',
      url: `${share}/slingshot/doclib/activity`,
      headers: json,
      body: '{"fileName":"nota"}',
    },
    {
      minute: 5,
      method: 'POST',
      url: `${share}/api/rma/actions/ExecutionQueue`,
      headers: json,
      body: '{"name":"closeRecordFolder","nodeRef":"workspace://SpacesStore/1"}',
    },
    {
      minute: 8,
      method: 'POST',
      url: `${rest}/search/versions/1/search`,
      headers: json,
      body: '{"query":{}}',
    },
    {
      minute: 11,
      method: 'PUT',
      url: `${rest}/alfresco/versions/1/nodes/4f/content?majorVersion=true&name=nota.pdf`,
      headers: json,
    },
    { minute: 14, method: 'POST', url: `${rest}/gs/versions/1/files/4f/declare`, headers: json, status: 201 },
  ];
  const here = `${site}/share/page/site/a/documentlibrary`;

  test('what was done in both its faces, and nothing else', () => {
    expect(told(parts.map(chromium))).toEqual([
      ['alfresco', 'upload', 'nota één.pdf', here, 1],
      ['alfresco', 'close', 'Alfresco » Bibliotheek', here, 3],
      ['alfresco', 'upload', 'nota.pdf', here, 5],
      ['alfresco', 'close', 'Alfresco » Bibliotheek', here, 6],
    ]);
  });
});
