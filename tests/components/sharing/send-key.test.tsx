import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { draftView } from '../../support/fake-background';
import { compose, DID, own, type } from './support';

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
});

const press = (keys: object) => fireEvent.keyDown(screen.getByLabelText(DID), keys);

describe('Control+Enter', () => {
  test.each([{ ctrlKey: true }, { metaKey: true }])('%j sends from where one writes', async (held) => {
    const { background } = compose(draftView({ communities: [own] }));
    type(DID, 'Zo deed ik het.');
    press({ key: 'Enter', ...held });
    await waitFor(() => expect(background.sent).toHaveLength(1));
  });

  test('says what is missing, as a press on the button does', async () => {
    const { background } = compose(draftView({ did: '', communities: [own] }));
    press({ key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(screen.getByLabelText(DID).getAttribute('aria-invalid')).toBe('true'));
    expect(background.sent).toEqual([]);
  });

  test.each([{ key: 'Enter' }, { key: 'Enter', ctrlKey: true, repeat: true }, { key: 'a', ctrlKey: true }])(
    'nothing else sends: %j',
    async (keys) => {
      const { background } = compose(draftView({ did: 'Zo', communities: [own] }));
      press(keys);
      await new Promise((resume) => setTimeout(resume, 50));
      expect(background.sent).toEqual([]);
    },
  );
});
