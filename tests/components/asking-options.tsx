import { screen } from '@testing-library/preact';
import { App } from '@/entrypoints/options/App';
import type { AskingView } from '@/utils/messaging/asking-views';
import type { Settings } from '@/utils/settings/settings';
import { askingView, settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

export const site = {
  ...{ origin: 'https://wiki.stad.example', system: null, chosen: false, tries: false },
  ...{ granted: true, named: 'person' as const },
};

/** The options of somebody with these choices; `saved` is what was saved last. */
export async function options(part: Partial<AskingView> = {}) {
  const asked = answerMessages({
    'settings:read': settingsView({ sites: [site], asking: askingView(part) }),
  });
  draw(<App />);
  await screen.findByRole('heading', { name: 'Vragen' });
  const requestsOf = (name: string) => asked.filter((one) => one.name === name).map(({ request }) => request);
  const saved = () =>
    requestsOf('asking:save').at(-1) as Pick<Settings, 'perWeek'> & { hours: AskingView['hours'] };
  return { requestsOf, saved };
}
