import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { describeDistance, describeMoment } from '@/components/hooks/times';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Link } from '@/components/ui/Link';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import { TextField } from '@/components/ui/TextField';
import { draw } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a link', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'geen adres'])(
    'to %s is only text',
    (href) => {
      draw(<Link href={href}>Klik</Link>);
      expect(screen.queryByRole('link')).toBeNull();
      screen.getByText('Klik');
    },
  );

  test('to the web opens apart and tells nobody where it came from', () => {
    draw(<Link href="https://community.example/@an/1">Klik</Link>);
    const link = screen.getByRole('link');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  });
});

describe('a field', () => {
  test('ties label, hint and error to its control', () => {
    draw(<TextField label="Titel" hint="Kort" error="Nog leeg" value="" onInput={() => undefined} />);
    const input = screen.getByLabelText('Titel');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(['Kort', 'Nog leeg']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('with a secret is neither shown nor remembered', () => {
    draw(<TextField label="Code" kind="secret" value="x" onInput={() => undefined} />);
    const input = screen.getByLabelText('Code');
    expect(input.getAttribute('type')).toBe('password');
    expect(input.getAttribute('autocomplete')).toBe('off');
  });
});

describe('a button that works', () => {
  test('keeps the focus, ignores a second press and says when it is done', async () => {
    let finish = (): void => undefined;
    const attempt = vi.fn(() => new Promise<null>((resolve) => (finish = () => resolve(null))));
    draw(
      <ActionButton attempt={attempt} done="Gelukt.">
        Doe
      </ActionButton>,
    );
    const button = screen.getByRole('button');
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    fireEvent.click(button);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(button);
    finish();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Gelukt.'));
  });

  test('tells of a bug instead of turning for ever', async () => {
    vi.stubGlobal('reportError', vi.fn());
    draw(<ActionButton attempt={() => Promise.reject(new Error('bug'))}>Doe</ActionButton>);
    fireEvent.click(screen.getByRole('button'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Er ging iets mis/);
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBeNull();
  });
});

test('a dialog takes the focus in and gives it back', async () => {
  function Asking() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onPress={() => setOpen(true)}>Vraag</Button>
        {open && (
          <Dialog
            title="Zeker?"
            onClose={() => setOpen(false)}
            actions={<Button onPress={() => setOpen(false)}>Nee</Button>}
          >
            Tekst
          </Dialog>
        )}
      </>
    );
  }
  draw(<Asking />);
  const opener = screen.getByRole('button', { name: 'Vraag' });
  opener.focus();
  fireEvent.click(opener);
  const dialog = await screen.findByRole('dialog', { name: 'Zeker?' });
  await waitFor(() => expect((dialog as HTMLDialogElement).open).toBe(true));
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(opener);
});

test('when the row with the focus goes away, its list keeps the focus', async () => {
  function Rows() {
    const [rows, setRows] = useState(['a', 'b']);
    return (
      <Section title="Lijst" items={rows.length}>
        {rows.map((row) => (
          <Button key={row} onPress={() => setRows(rows.filter((other) => other !== row))}>
            {row}
          </Button>
        ))}
      </Section>
    );
  }
  draw(<Rows />);
  const row = screen.getByRole('button', { name: 'a' });
  row.focus();
  fireEvent.click(row);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
});

test('a long list shows its first rows and counts the rest', () => {
  draw(
    <ShortList atOnce={2}>
      {['a', 'b', 'c', 'd', 'e'].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ShortList>,
  );
  screen.getByText('Nog 3');
});

test.each([
  [3 * 60_000, 'over 3 minuten'],
  [-86_400_000, 'gisteren'],
  [-20_000, '20 seconden geleden'],
  [0, 'nu'],
])('%i ms from now reads “%s”', (distance, words) => {
  expect(describeDistance(1_000_000_000 + distance, 1_000_000_000, 'nl')).toBe(words);
});

test.each([
  ['nl', '4 mrt 2026, 14:05'],
  ['fr', '4 mars 2026, 14:05'],
  ['de', '04.03.2026, 14:05'],
  ['en', '4 Mar 2026, 14:05'],
] as const)('a moment in %s has its day before its month', (language, words) => {
  expect(describeMoment(new Date(2026, 2, 4, 14, 5).getTime(), language)).toBe(words);
});
