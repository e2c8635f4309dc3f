import { cleanup, screen, waitFor } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PracticeComposer } from '@/components/sharing/PracticeComposer';
import { draftView } from '../../support/fake-background';
import { withWords } from '../support';
import { DID } from './support';

const nothing = vi.fn();
const tools = { copy: async () => null, download: nothing, openCommunities: async () => undefined };

afterEach(cleanup);

/** Draws as a browser does: what follows a drawing comes a moment after it. */
function drawComposer(): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  const heard = { onSent: nothing, onMovedOut: nothing, onDiscarded: nothing, onDraft: nothing };
  render(withWords(<PracticeComposer view={draftView()} tools={tools} {...heard} />), place);
  return place;
}

test('the composer begins in its question', async () => {
  const place = drawComposer();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(DID)));
  render(null, place);
});

test('who was in another field before that stays there', async () => {
  const place = drawComposer();
  const title = screen.getByLabelText('Titel');
  title.focus();
  await new Promise((resume) => setTimeout(resume, 200));
  expect(document.activeElement).toBe(title);
  render(null, place);
});
