import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { News } from '@/components/community/News';
import { OpenQuestions } from '@/components/community/OpenQuestions';
import { SharedRow } from '@/components/community/SharedRow';
import type { SharedActions } from '@/components/community/shared-actions';
import { SECOND_MS } from '@/utils/kernel/clock';
import type { Language } from '@/utils/language/languages';
import type { SharedView } from '@/utils/messaging/library-views';
import { replyView, responseView, sharedView } from '../support/shared-views';
import { draw, textOf, withWords } from './support';

const NOW = 1_800_000_000_000;
const HOSTILE = '<img src=x onerror=alert(1)>';

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
  vi.useRealTimers();
});

function aRow(wishes: Partial<SharedView>, actions: SharedActions = {}) {
  return (
    <ul>
      <SharedRow shared={sharedView(wishes)} now={NOW} actions={actions} />
    </ul>
  );
}

const nothing = async () => null;
const all: SharedActions = { answer: nothing, reuse: nothing, thank: nothing };

describe('what a colleague shared', () => {
  test.each([
    ['practice', ['Dank', 'Hergebruikt']],
    ['answer', ['Dank', 'Hergebruikt']],
    ['question', ['Beantwoord']],
  ] as const)('as a %s has its own buttons, named by what they are about', (kind, names) => {
    draw(aRow({ kind }, all));
    const labels = names.map((name) => `${name}: “Eén map per zaak”`);
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(labels);
    expect(screen.getByRole('link', { name: 'Eén map per zaak' }).getAttribute('href')).toMatch(/^https/);
  });

  test('offers only what can be done where it stands', () => {
    draw(aRow({ kind: 'practice' }, { reuse: nothing }));
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  test('is text, whatever it says, and its address opens only on the web', () => {
    draw(
      aRow({ title: HOSTILE, excerpt: HOSTILE + 1, authorName: HOSTILE, url: 'javascript:alert(1)' }, all),
    );
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    screen.getByText(HOSTILE);
    screen.getByText(HOSTILE + 1);
  });

  test('counts as thanked only once the background says so, and the button keeps the focus', async () => {
    const thanked: [string, boolean][] = [];
    const thank = async (id: string, on: boolean) => {
      thanked.push([id, on]);
      return null;
    };
    const { rerender } = draw(<div />);
    const show = (wishes: Partial<SharedView>) => rerender(withWords(aRow(wishes, { thank })));
    show({});
    const button = screen.getByRole('button', { name: /^Dank/ });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(thanked).toEqual([['shared', true]]));
    expect(screen.queryByText('Bedankt')).toBeNull();
    show({ thanked: true });
    screen.getByText('Bedankt');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Neem je dank terug/ }));
  });

  test('says beside the button that thanks did not arrive', async () => {
    const thank = async () => ({ code: 'thank-failed', detail: 'Netwerk' }) as const;
    draw(aRow({}, { thank }));
    fireEvent.click(screen.getByRole('button', { name: /^Dank/ }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Netwerk bevestigde je dank niet. Probeer het straks opnieuw.',
    );
    expect(screen.queryByText('Bedankt')).toBeNull();
  });
});

describe('open questions', () => {
  const questions = ['Een', 'Twee', 'Drie'].map((title) =>
    sharedView({ id: title, kind: 'question', title }),
  );

  test('are a short list; the rest is one press away', () => {
    draw(<OpenQuestions questions={questions} now={NOW} actions={all} atOnce={1} />);
    const section = screen.getByRole('region', { name: 'Vragen die jij misschien kunt beantwoorden' });
    expect(within(section).getAllByRole('listitem', { hidden: true })).toHaveLength(3);
    within(section).getByText('Nog 2');
  });

  test('are not there where none fits', () => {
    draw(<OpenQuestions questions={[]} now={NOW} actions={all} atOnce={1} />);
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('news from colleagues', () => {
  const seen = vi.fn();
  const reuse = replyView({ postId: 'reuse', kind: 'reuse', text: 'Overgenomen voor onze dienst.' });
  const came = responseView({ thanks: 3, replies: [replyView(), reuse] });

  afterEach(() => seen.mockReset());

  const news = (responses = [came]) => (
    <News responses={responses} now={NOW} actions={{ answer: nothing, thank: nothing }} onSeen={seen} />
  );

  test('says thanks, replies and reuse in a sentence each', () => {
    draw(news());
    const section = screen.getByRole('region', { name: 'Van je collega’s' });
    within(section).getByText('3 collega’s zeiden dank voor “Mappen”.');
    within(section).getByText('Bram Claes antwoordde op “Mappen”');
    within(section).getByText('“Mappen” is hergebruikt door Bram Claes');
    within(section).getByText('Overgenomen voor onze dienst.');
    expect(section.querySelector('[role=status], [role=alert]')).toBeNull();
  });

  test('counts as told when it was in view for a while, stays while the page is open, and is told no more', () => {
    vi.useFakeTimers();
    const { rerender } = draw(news());
    vi.advanceTimersByTime(2 * SECOND_MS - 1);
    expect(seen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(seen.mock.calls).toEqual([['entry', 3, 0]]);
    const told = { ...came, news: { thanks: 0, replies: [] } };
    rerender(withWords(news([told])));
    screen.getByText('3 collega’s zeiden dank voor “Mappen”.');
    vi.advanceTimersByTime(60 * SECOND_MS);
    expect(seen).toHaveBeenCalledOnce();
    rerender(withWords(news([{ ...told, thanks: 4, news: { thanks: 1, replies: [] } }])));
    screen.getByText('4 collega’s zeiden dank voor “Mappen”.');
    cleanup();
    draw(news([told]));
    expect(screen.queryByRole('region')).toBeNull();
  });

  test('was never written in the future, whatever clock wrote it', () => {
    draw(news([responseView({ replies: [replyView({ at: NOW + 3 * SECOND_MS })] })]));
    screen.getByText('nu');
  });

  test('is not told by a page that is out of sight', () => {
    vi.useFakeTimers();
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    draw(news());
    vi.advanceTimersByTime(60 * SECOND_MS);
    expect(seen).not.toHaveBeenCalled();
    hidden.mockRestore();
  });

  test('shows what a colleague wrote as text, whatever it is', () => {
    draw(
      news([responseView({ title: HOSTILE, replies: [replyView({ text: HOSTILE, authorName: HOSTILE })] })]),
    );
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('group', { name: `Wat ${HOSTILE} schreef` }).textContent).toBe(HOSTILE);
  });
});

test.each(['nl', 'en', 'fr', 'de'] as const)(
  'the sentences in %s hold what is said, escaped nowhere',
  (language: Language) => {
    const t = textOf(language);
    const said = t('shared.news-thanks', { count: 2, title: 'Élimination & tri' });
    expect(said).toContain('Élimination & tri');
    expect(said).toContain('2');
  },
);
