import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { newSecret } from '@/utils/kernel/ids';
import { sessionValue } from '@/utils/platform/session';
import type { IdentifiedCaller } from './identify-caller';

const TICKET_LIFE_MS = MINUTE_MS;

const TicketsSchema = z.record(
  z.string(),
  z.strictObject({ tabId: z.int(), draftId: z.string(), expiresAt: z.number() }),
);
const FramesSchema = z.record(
  z.string(),
  z.strictObject({
    tabId: z.int(),
    frameId: z.int(),
    draftId: z.string(),
    /** The draft that its own was set apart from, where another window went on with that one. */
    beside: z.optional(z.string()),
  }),
);

const tickets = sessionValue('tickets', TicketsSchema, {});
const frames = sessionValue('frames', FramesSchema, {});

/** A ticket that opens one draft, once, in a frame of one tab: made by a trusted click on the chip. */
export async function makeTicket(tabId: number, draftId: string, now: number): Promise<string> {
  const ticket = newSecret();
  await tickets.change((all) => ({
    ...Object.fromEntries(Object.entries(all).filter(([, { expiresAt }]) => expiresAt > now)),
    [ticket]: { tabId, draftId, expiresAt: now + TICKET_LIFE_MS },
  }));
  return ticket;
}

/** Spends a ticket and ties the frame to its draft; null where it was spent, is too old or belongs to another tab. */
export async function spendTicket(
  ticket: string,
  caller: Pick<IdentifiedCaller, 'tabId' | 'frameId' | 'frame'>,
  now: number,
): Promise<string | null> {
  let spent: z.infer<typeof TicketsSchema>[string] | undefined;
  await tickets.change(({ [ticket]: found, ...others }) => {
    spent = found;
    return others;
  });
  if (spent === undefined || spent.tabId !== caller.tabId || spent.expiresAt <= now) return null;
  const { tabId, draftId } = spent;
  await frames.change((all) => ({ ...all, [caller.frame]: { tabId, frameId: caller.frameId, draftId } }));
  return draftId;
}

/**
 * A frame that spent a ticket goes on with another draft, and lets go of the one before; but not of `beside`, from which
 * its text was set apart.
 */
export async function bindFrame(
  { frame, frameId, tabId }: Pick<IdentifiedCaller, 'tabId' | 'frameId' | 'frame'>,
  draftId: string,
  beside?: string,
): Promise<void> {
  await frames.change((all) =>
    tabId === null || all[frame] === undefined
      ? all
      : { ...all, [frame]: { tabId, frameId, draftId, ...(beside === undefined ? {} : { beside }) } },
  );
}

/** Whether a draft is the one that a frame may speak about, or the one from which that was set apart. */
export async function mayFrameSpeakOf(frame: string, id: string): Promise<boolean> {
  const bound = (await frames.read())[frame];
  return bound !== undefined && (bound.draftId === id || bound.beside === id);
}

/** The draft that a frame may speak about; null for a frame that spent no ticket. */
export async function draftOfFrame(frame: string): Promise<string | null> {
  return (await frames.read())[frame]?.draftId ?? null;
}

/** Gives a message to every frame that spent a ticket; nobody hears it where it is gone. */
export async function tellFrames(message: object): Promise<void> {
  const known = Object.values(await frames.read());
  await Promise.allSettled(
    known.map(({ tabId, frameId }) => browser.tabs.sendMessage(tabId, message, { frameId })),
  );
}
