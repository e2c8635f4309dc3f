import { EVERY_DAY, earlierWork } from '@/demo/run/earlier-work';
import { until } from '@/scripts/browsers/until';
import { DAY_MS } from '@/utils/kernel/clock';
import type { PastActivity } from '@/utils/prompting/history';
import type { Reason } from '@/utils/prompting/prompt';

/** How the rows of a table are had, by whatever drives the browser, from a page beside the extension's own. */
export type Rows = () => Promise<readonly PastActivity[]>;

/** Of somebody who worked enough to be asked, whose hours end at one in the night: tests run at noon. */
export function withHoursThatPassed(): string {
  return earlierWork(Date.now(), { settings: { asking: { ...EVERY_DAY, to: 60 } } });
}

/** Of somebody who worked enough to be asked, and is on leave today. */
export function withDayOff(): string {
  const day = new Intl.DateTimeFormat('sv').format(); // the form that days off have
  return earlierWork(Date.now(), {
    settings: { asking: { ...EVERY_DAY, daysOff: [{ from: day, to: day }] } },
  });
}

/** Waits until as many things were seen on a site as there are reasons; what was decided last must have this one. */
export function decided(history: Rows, site: string, nth: number, reason: Reason): Promise<true> {
  return until(`decision ${nth}: ${reason}`, async () => {
    const there = (await history()).filter((past) => past.site === site).sort((one, two) => one.at - two.at);
    if (there.length !== nth || there.at(-1)?.reason !== reason)
      throw new Error(`decided: ${there.map((past) => past.reason).join(', ')}`);
    return true;
  });
}

/** What was seen, as if it had been eight days earlier: no cap and no cool-down of a first answer lasts as long. */
export function eightDaysEarlier(history: readonly PastActivity[]): PastActivity[] {
  const earlier = (at: number | null) => (at === null ? null : at - 8 * DAY_MS);
  return history.map((past) => ({
    ...past,
    at: past.at - 8 * DAY_MS,
    shownAt: earlier(past.shownAt),
    answeredAt: earlier(past.answeredAt),
  }));
}

/** Runs in a page: opens a dialog over it, the element of that name or one that says `aria-modal` of itself. */
export function openDialog(how: string): void {
  const dialog = document.createElement(how === 'dialog' ? 'dialog' : 'div');
  dialog.id = 'in-the-way';
  dialog.innerHTML = '<p>Weet je het zeker?</p><button type="button">Ja</button>';
  document.body.append(dialog);
  // Not as a modal: that hides the chip, and nobody would see whether it waited.
  if (dialog instanceof HTMLDialogElement) dialog.show();
  else {
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-modal', 'true');
  }
}

/** Runs in a page: what `openDialog` opened is done with. */
export function closeDialog(): void {
  document.getElementById('in-the-way')?.remove();
}
