import type { Exchange } from '@/utils/activity/exchange';
import { aForm, aJson } from './exchanges';
import { SITE } from './lessons';

export type Part = Partial<Exchange>;

export function post(path: string, fields: Record<string, string>, part: Part = {}): Part {
  return { url: `${SITE}${path}`, body: aForm(fields), ...part };
}

export function redirected(path: string): Part {
  return { status: 302, redirect: `${SITE}${path}` };
}

export const ids = [17, 23, 4711];
export const save = (
  id: number | string,
  title: string,
  more: Record<string, string> = { save: 'Bewaar' },
): Part =>
  post(
    `/dossiers/${id}/bewerk`,
    { csrf_token: `t${id}secret`, title, ...more },
    redirected(`/dossiers/${id}`),
  );
const cancelButton = save(23, 'Niets', { cancel: 'Annuleer' });
export const poll = (n: number): Part => ({
  ...post('/meldingen/poll', { since: String(n) }, { type: 'xmlhttprequest' }),
});

interface Case {
  readonly what: string;
  readonly runs: readonly (readonly Part[])[];
  readonly when: object;
  readonly constants?: readonly string[];
  readonly ignore?: readonly object[];
  readonly titles?: readonly string[];
}

export const LESSONS: readonly Case[] = [
  {
    what: 'a form, cancelled without any request',
    runs: [...ids.map((id) => [poll(1), save(id, `Dossier ${id}`), poll(2)]), [poll(3)]],
    when: {
      method: 'POST',
      type: 'main_frame',
      path: '/dossiers/{id}/bewerk',
      status: '3xx',
      redirect: '*/dossiers/*',
    },
    titles: ['{body.title}', 'dom:h1', '$title'],
  },
  {
    what: 'a cancel button in the same form, with the same redirect',
    runs: [...ids.map((id) => [save(id, `Dossier ${id}`)]), [cancelButton]],
    when: { path: '/dossiers/{id}/bewerk', body: { save: true } },
  },
  {
    what: 'one button whose value says which it was',
    runs: [
      ...ids.map((id) => [save(id, `Dossier ${id}`, { action: 'save' })]),
      [save(23, 'Niets', { action: 'cancel' })],
    ],
    when: { body: { action: 'save' } },
    constants: ['save'],
  },
  {
    what: 'a field that only the cancelled one had',
    runs: [...ids.map((id) => [save(id, 'x', {})]), [save(23, 'x', { terug: 'Terug' })]],
    when: { path: '/dossiers/{id}/bewerk' },
    ignore: [{ path: '/dossiers/{id}/bewerk', body: { terug: true } }],
  },
  {
    what: 'a form that is shown again with 200',
    runs: [
      ...ids.map((id) => [save(id, 'x', {})]),
      [save(23, 'x', {})].map((each) => ({ ...each, status: 200, redirect: null })),
    ],
    when: { status: '3xx' },
  },
  {
    what: 'another answer: a header that says that it was done',
    runs: [
      ...ids.map((id) =>
        [save(id, 'x', {})].map((each) => ({ ...each, responseHeaders: { 'x-saved': '1' } })),
      ),
      [save(23, 'x', {})],
    ],
    when: { res: { 'x-saved': true } },
  },
  {
    what: 'names instead of ids in the path',
    runs: [
      ...['jansen', 'peeters', 'van-damme'].map((name) => [
        post(`/personen/${name}/save`, { note: name }, redirected(`/personen/${name}`)),
      ]),
      [],
    ],
    when: { path: '/personen/{name}/save', redirect: '*/personen/*' },
  },
  {
    what: 'folders within folders',
    runs: [
      ...['a/b', 'beleid', 'x/y/z'].map((path) => [
        {
          ...post(`/files/${path}/nota.pdf`, {}),
          method: 'PUT',
          type: 'xmlhttprequest' as const,
          status: 201,
          body: { kind: 'opaque' as const },
        },
      ]),
      [],
    ],
    when: { method: 'PUT', path: '/files/{path**}', status: 201 },
  },
  {
    what: 'a script with one address for everything',
    runs: [
      ...ids.map((id) => [
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.list', params: { folder: id } }),
        },
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.save', params: { id, title: `T${id}` } }),
        },
      ]),
      [
        {
          url: `${SITE}/api`,
          type: 'xmlhttprequest' as const,
          body: aJson({ method: 'document.list', params: { folder: 1 } }),
        },
      ],
    ],
    when: {
      method: 'POST',
      path: '/api',
      type: 'xmlhttprequest',
      body: { method: 'document.save' },
    },
    constants: ['document.save'],
    titles: ['{body.params.title}', 'dom:h1', '$title', '{body.params.id}'],
  },
  {
    what: 'a method that a form field means',
    runs: [
      ...ids.map((id) => [
        post(`/stukken/${id}`, { _method: 'patch', titel: `S${id}` }, redirected(`/stukken/${id}`)),
      ]),
      [],
    ],
    when: { method: 'PATCH', path: '/stukken/{id}', body: { _method: true } },
  },
  {
    what: 'saving by itself at the same address',
    runs: [
      ...ids.map((id) => [
        post(`/notas/${id}`, { tekst: 'a' }, { type: 'main_frame', ...redirected(`/notas/${id}`) }),
        post(`/notas/${id}`, { tekst: 'b', bewaar: 'Bewaar' }, redirected(`/notas/${id}`)),
      ]),
      [post('/notas/23', { tekst: 'c' }, redirected('/notas/23'))],
    ],
    when: { path: '/notas/{id}', body: { bewaar: true } },
  },
];
