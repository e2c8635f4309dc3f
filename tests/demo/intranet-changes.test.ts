import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '@/demo/intranet/uploads';
import { visitor } from './visitor';

async function signedIn(person = 'anna') {
  const someone = visitor();
  await someone.signIn(person);
  return someone;
}

const where = (answer: Response) => [answer.status, answer.headers.get('Location')];

describe('editing', () => {
  test('a save leads to the document, which says so once', async () => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/101/edit', {
      title: 'Lijst 2026',
      text: 'a\r\nb',
      action: 'save',
    });
    expect(where(answer)).toEqual([303, '/documents/101']);
    const page = await anna.page('/documents/101');
    expect(page).toContain('message-success');
    expect(page).toContain('<h1 class="document-title">Lijst 2026</h1>');
    expect(page).toContain('a\nb');
    expect(await anna.page('/documents/101')).not.toContain('message-success');
  });

  test('cancel leads to the document and changes nothing', async () => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/101/edit', { title: 'Anders', text: 'x', action: 'cancel' });
    expect(where(answer)).toEqual([303, '/documents/101']);
    expect(await anna.page('/documents/101')).not.toContain('Anders');
  });

  test.each([
    ['a preview', { title: 'Anders', text: 'x', action: 'preview' }, 'nog niet opgeslagen'],
    ['an empty title', { title: '  ', text: 'x', action: 'save' }, 'Geef het document een titel.'],
    ['a title that is too long', { title: 'x'.repeat(201), text: 'x', action: 'save' }, 'te lang'],
    [
      'an old version',
      { title: 'Anders', text: 'mijn zin', action: 'save', version: '0' },
      'intussen gewijzigd',
    ],
  ])('%s stays on the form with what was typed', async (_what, fields, sentence) => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/101/edit', fields);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain(sentence);
    expect(page).toContain(fields.text);
    expect(await anna.page('/documents/101')).not.toContain('Anders');
  });

  test('a second editor who began earlier is told of the first', async () => {
    const anna = await signedIn();
    await anna.post('/documents/101/edit', { title: 'Eerste', text: 'x', action: 'save', version: '1' });
    const second = await anna.post('/documents/101/edit', {
      title: 'Tweede',
      text: 'y',
      action: 'save',
      version: '1',
    });
    expect(await second.text()).toContain('intussen gewijzigd');
  });
});

describe('publishing and approving', () => {
  test('a document is published once', async () => {
    const anna = await signedIn();
    expect(where(await anna.post('/documents/101/publish', {}))).toEqual([303, '/documents/101']);
    expect(await (await anna.post('/documents/101/publish', {})).text()).toContain('message-failure');
  });

  test('a document without text is refused on its own page', async () => {
    const answer = await (await signedIn()).post('/documents/203/publish', {});
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('message-failure');
    expect(page).toContain('<h1 class="document-title">Checklist volledig dossier</h1>');
  });

  test.each([
    ['somebody else’s draft', '101', 'approve', true],
    ['one’s own document', '103', 'approve', false],
    ['a document that was approved before', '202', 'approve', false],
    ['a rejection', '202', 'reject', true],
  ])('%s is decided with status 200 whatever the outcome', async (_what, id, decision, ok) => {
    const answer = await (await signedIn()).approve(id, decision);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok });
  });

  test.each(['{}', 'no json', 'null', '{"decision":"maybe"}'])('a decision like %s is none', async (body) => {
    const anna = await signedIn();
    const answer = await anna.send('/documents/101/approve', { method: 'POST', body });
    expect(answer.status).toBe(400);
  });
});

describe('moving and deleting', () => {
  test('a moved document is in its new folder', async () => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/101/move', { folder: 'guides', action: 'save' });
    expect(where(answer)).toEqual([303, '/documents/101']);
    expect(await anna.page('/folders/guides')).toContain('Vernietigingslijst 2026');
  });

  test.each([
    ['cancelled', { folder: 'guides', action: 'cancel' }, 303],
    ['to where it is', { folder: 'archive', action: 'save' }, 200],
    ['to a folder that is none', { folder: 'moon', action: 'save' }, 200],
  ])('a move %s changes nothing', async (_what, fields, status) => {
    const anna = await signedIn();
    expect((await anna.post('/documents/101/move', fields)).status).toBe(status);
    expect(await anna.page('/folders/archive')).toContain('Vernietigingslijst 2026');
  });

  test.each([
    ['yes', 404],
    ['no', 200],
  ])('after the answer “%s” the way leads to the folder', async (confirm, after) => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/104/delete', { title: 'Notities', confirm });
    expect(where(answer)).toEqual([303, '/folders/archive']);
    expect((await anna.get('/documents/104')).status).toBe(after);
  });

  test('a document that must be kept is not deleted', async () => {
    const anna = await signedIn();
    const answer = await anna.post('/documents/102/delete', { title: 'x', confirm: 'yes' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('bewaard worden tot en met 2035');
    expect((await anna.get('/documents/102')).status).toBe(200);
  });
});

describe('uploading', () => {
  test('a file becomes a document that can be downloaded, never shown as a page', async () => {
    const anna = await signedIn();
    const answer = await anna.upload('archive', new File(['één\ntwee'], 'Plan_van_aanpak.txt'));
    expect(where(answer)).toEqual([303, '/documents/1001']);
    const page = await anna.page('/documents/1001');
    expect(page).toContain('<h1 class="document-title">Plan van aanpak</h1>');
    expect(page).toContain('één\ntwee');
    const file = await anna.get('/documents/1001/file');
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(await file.text()).toBe('één\ntwee');
  });

  test.each([
    ['no file', new File([], ''), 'Kies eerst een bestand.'],
    ['a program', new File(['x'], 'setup.exe'), 'Dit soort bestand bewaren we niet.'],
    ['a page', new File(['<script>'], 'page.html'), 'Dit soort bestand bewaren we niet.'],
    ['a large file', new File([new Uint8Array(MAX_FILE_BYTES + 1)], 'groot.pdf'), 'te groot'],
  ])('%s is refused on the form', async (_what, file, sentence) => {
    const answer = await (await signedIn()).upload('archive', file);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(sentence);
  });
});

describe('what a visitor lets go wrong', () => {
  test.each([
    ['expired', 303],
    ['conflict', 200],
    ['error', 500],
  ])('%s happens to the next change and not to the one after it', async (mishap, status) => {
    const anna = await signedIn();
    await anna.post('/mishap', { mishap, back: '/documents/101' });
    const save = { title: 'Anders', text: 'x', action: 'save' };
    const answer = await anna.post('/documents/101/edit', save);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Location') ?? '/sign-in').toContain('/sign-in');
    await anna.signIn();
    expect(await anna.page('/documents/101')).not.toContain('Anders');
    expect(where(await anna.post('/documents/101/edit', save))).toEqual([303, '/documents/101']);
  });
});
