import { propose } from '@/utils/activity/teach/propose';
import { succeed } from '@/utils/kernel/result';
import type { ProposedLesson, RunningLesson } from '@/utils/messaging/lesson-views';
import { ids, save } from '../support/lesson-cases';
import { taught } from '../support/lessons';
import { settingsView } from '../support/settings-view';

export const origin = 'https://zaken.stad.example';
export const settings = settingsView({
  sites: [{ origin, system: null, chosen: false, tries: false, granted: true, named: 'person' }],
});
export const running: RunningLesson = {
  phase: 'recording',
  origin,
  system: 'Zaaksysteem',
  verb: 'edit',
  run: 0,
  endsAt: Date.now() + 590_000,
  heard: 0,
};
const buttons = (value: string) => ids.map((id) => [save(id, `Dossier ${id}`, { action: value })]);
export const proposed: ProposedLesson = {
  phase: 'proposed',
  origin,
  system: 'Zaaksysteem',
  verb: 'edit',
  proposal: propose(taught([...buttons('save'), [save(23, 'Niets', { action: 'cancel' })]])),
};
export const good = { 'lesson:check': succeed([]) };
