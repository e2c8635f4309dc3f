import { describe, expect, test } from 'vitest';
import { chromium, firefox, type Part, told } from '../../support/browser-recordings';

describe('SharePoint and OneDrive, recorded without bodies, pages and cookies', () => {
  const team = 'https://gemeente.sharepoint.com/sites/archief/_api';
  const file =
    "/web/GetFileByServerRelativePath(DecodedUrl='%2Fsites%2Farchief%2FDossiers%2FBesluit%20d%27%27arrest.docx')";
  const digest = {
    'x-requestdigest': 'canary',
    'content-type': 'application/json;odata=verbose',
    'content-length': '120',
  };
  const post = (minute: number, path: string, status = 200, at = team): Part => ({
    minute,
    method: 'POST',
    url: `${at}${path}`,
    headers: digest,
    status,
  });
  const mine = 'https://gemeente-my.sharepoint.com/personal/anna_gemeente_nl/_api';
  const parts: Part[] = [
    post(0, "/web/GetListUsingPath(DecodedUrl=@a1)/RenderListDataAsStream?@a1='%2Fsites%2Farchief'"),
    post(
      2,
      "/web/GetFolderByServerRelativePath(DecodedUrl='%2Fsites%2Farchief%2FDossiers')/Files/AddUsingPath(DecodedUrl='Besluit%20d%27%27arrest.docx',overwrite=true)",
    ),
    post(4, `${file}/checkout`),
    post(6, `${file}/CheckIn(comment='gereed',checkintype=1)`),
    post(8, `${file}/publish(comment='vastgesteld')`),
    post(10, '/sitepages/pages(7)/SavePageAsDraft'),
    post(12, '/sitepages/pages(7)/savepage'),
    post(12, '/sitepages/pages(7)/publish'),
    post(14, `${file}/recycle()`, 423),
    post(16, '/$batch'),
    post(
      18,
      "/web/GetFolderByServerRelativePath(DecodedUrl='/personal/anna_gemeente_nl/Documents')/Files/AddUsingPath(DecodedUrl='brief.docx')",
      200,
      mine,
    ),
  ];

  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('in %s: what was done, and nothing else', (_browser, write) => {
    expect(told(parts.map(write))).toEqual([
      ['sharepoint', 'upload', "Besluit d'arrest.docx", null, 1],
      ['sharepoint', 'checkin', "Besluit d'arrest.docx", null, 3],
      ['sharepoint', 'publish', "Besluit d'arrest.docx", null, 4],
      ['sharepoint', 'publish', '', null, 7],
      ['sharepoint', 'upload', 'brief.docx', null, 10],
    ]);
  });
});
