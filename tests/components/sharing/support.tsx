import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PracticeComposer } from '@/components/sharing/PracticeComposer';
import type { PageTools } from '@/components/sharing/page-tools';
import type { MessageName } from '@/utils/messaging/contract';
import type { DraftRow, DraftView } from '@/utils/messaging/views';
import { communityView, draftView, FakeBackground } from '../../support/fake-background';
import { draw } from '../support';

/** The composer on one draft, with a background that answers for it. */
export function compose(view: DraftView = draftView(), drafts: readonly DraftRow[] = []) {
  const background = new FakeBackground(view);
  background.drafts = drafts;
  fakeBrowser.runtime.onMessage.addListener(
    (message: { name?: MessageName; request: never }, _sender, reply) => {
      if (message.name === undefined) return undefined; // what the background tells everybody
      void background.ask(message.name, message.request).then(reply as (answer: unknown) => void);
      return true;
    },
  );
  const tools = {
    copy: vi.fn(async () => null),
    download: vi.fn(),
    openCommunities: vi.fn(async () => undefined),
  } satisfies PageTools;
  const heard = { onSent: vi.fn(), onMovedOut: vi.fn(), onDiscarded: vi.fn(), onDraft: vi.fn() };
  draw(<PracticeComposer view={background.view()} tools={tools} {...heard} />);
  return { background, tools, ...heard };
}

/** The one question that has to be answered. */
export const DID = 'Wat deed je dat een collega kan hergebruiken?';

/** Fills a field, as typing or pasting does. */
export function type(label: string | RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

export const own = communityView({ id: 'own', name: 'Informatiebeheer' });
/** The button whose name is such. */
export const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
