import * as z from 'zod/mini';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { newSecret } from '@/utils/kernel/ids';
import { sessionValue } from '@/utils/platform/session';

const TICKET_LIFE_MS = MINUTE_MS;

const TicketsSchema = z.record(
  z.string(),
  z.strictObject({ tabId: z.int(), draftId: z.string(), promptId: z.string(), expiresAt: z.number() }),
);
const FramesSchema = z.record(z.string(), z.strictObject({ draftId: z.string(), promptId: z.string() }));

const tickets = sessionValue('tickets', TicketsSchema, {});
const frames = sessionValue('frames', FramesSchema, {});

/** A ticket that opens one draft, once, in a frame of one tab: made by a trusted click on the chip. */
export async function makeTicket(
  tabId: number,
  draftId: string,
  promptId: string,
  now: number,
): Promise<string> {
  const ticket = newSecret();
  await tickets.change((all) => ({
    ...Object.fromEntries(Object.entries(all).filter(([, { expiresAt }]) => expiresAt > now)),
    [ticket]: { tabId, draftId, promptId, expiresAt: now + TICKET_LIFE_MS },
  }));
  return ticket;
}

/** Spends a ticket and ties the frame to its draft; null where it was spent, is too old or belongs to another tab. */
export async function spendTicket(
  ticket: string,
  caller: { tabId: number | null; frame: string },
  now: number,
): Promise<string | null> {
  let spent: z.infer<typeof TicketsSchema>[string] | undefined;
  await tickets.change(({ [ticket]: found, ...others }) => {
    spent = found;
    return others;
  });
  if (spent === undefined || spent.tabId !== caller.tabId || spent.expiresAt <= now) return null;
  const { draftId, promptId } = spent;
  await frames.change((all) => ({ ...all, [caller.frame]: { draftId, promptId } }));
  return draftId;
}

/** The draft that a frame may speak about; null for a frame that spent no ticket. */
export async function draftOfFrame(frame: string): Promise<string | null> {
  return (await frames.read())[frame]?.draftId ?? null;
}
