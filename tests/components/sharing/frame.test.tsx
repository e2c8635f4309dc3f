import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SECOND_LOOK_MS } from '@/components/sharing/visibility';
import type { DraftView } from '@/utils/messaging/views';
import { draftView } from '../../support/fake-background';
import { button, compose, DID, own, type } from './support';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const AFTER_THE_SECOND_LOOK = { timeout: SECOND_LOOK_MS + 2_000 };

describe('in a page’s frame', () => {
  /** What the browser says about the button; called by the test. */
  function stubSight(): (visible: boolean) => void {
    let tell: (entries: unknown[]) => void = () => undefined;
    class Observer {
      constructor(callback: (entries: unknown[]) => void) {
        tell = callback;
      }
      observe(): void {}
      disconnect(): void {}
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    vi.stubGlobal('IntersectionObserverEntry', { prototype: { isVisible: true } });
    return (isVisible) => tell([{ isVisible, intersectionRatio: 1 }]);
  }
  const framed = (): DraftView => draftView({ communities: [own], did: 'Zo', framed: true });

  test('a press before the panel was in plain sight says why, and works a moment later', async () => {
    const see = stubSight();
    const { onSent } = compose(framed());
    see(true);
    fireEvent.click(button(/^Verstuur/));
    await screen.findByText(/^Nog heel even/);
    expect(onSent).not.toHaveBeenCalled();
    await screen.findByText('Je kunt nu versturen.');
    fireEvent.click(button(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce(), AFTER_THE_SECOND_LOOK);
  });

  test('a cover that comes with the press is noticed before anything is sent', async () => {
    const see = stubSight();
    const { background } = compose(framed());
    see(true);
    await new Promise((resume) => setTimeout(resume, 600));
    fireEvent.click(button(/^Verstuur/));
    await new Promise((resume) => setTimeout(resume, 50));
    see(false);
    await screen.findByText(/^Nog heel even/, {}, AFTER_THE_SECOND_LOOK);
    expect(background.sent).toEqual([]);
  });

  test('a cover that comes with the press and stays leaves no dead button, though nothing is drawn under it', async () => {
    const see = stubSight();
    const { background, onMovedOut } = compose(framed());
    see(true);
    await new Promise((resume) => setTimeout(resume, 600));
    vi.stubGlobal('requestAnimationFrame', () => 0);
    fireEvent.click(button(/^Verstuur/));
    await new Promise((resume) => setTimeout(resume, 50));
    see(false);
    const outside = await screen.findByRole('button', { name: 'Open in eigen venster' }, { timeout: 4_000 });
    fireEvent.click(outside);
    await waitFor(() => expect(onMovedOut).toHaveBeenCalledOnce());
    expect(background.sent).toEqual([]);
  });

  test('a panel that the page made tiny is not in sight, however whole it is', async () => {
    const see = stubSight();
    vi.stubGlobal('devicePixelRatio', 0.2);
    const { background } = compose(framed());
    see(true);
    await new Promise((resume) => setTimeout(resume, 600));
    fireEvent.click(button(/^Verstuur/));
    await screen.findByText(/^Nog heel even/);
    expect(background.sent).toEqual([]);
    await screen.findByRole('button', { name: 'Open in eigen venster' }, { timeout: 4_000 });
  });

  test('a panel that cannot be seen offers a window of its own, with everything saved', async () => {
    stubSight();
    const { background, onMovedOut } = compose(framed());
    const outside = await screen.findByRole('button', { name: 'Open in eigen venster' }, { timeout: 4_000 });
    type(DID, 'Zo en zo');
    fireEvent.click(outside);
    await waitFor(() => expect(onMovedOut).toHaveBeenCalledOnce());
    expect(background.practice.did).toBe('Zo en zo');
    expect(background.asked.map(({ name }) => name)).toContain('draft:pop-out');
  });
});
