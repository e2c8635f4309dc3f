import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageOffer } from '@/components/sharing/PageOffer';
import { communityView } from '@/tests/support/fake-background';
import { draw } from '../support';

afterEach(cleanup);

const plan = { title: 'Aktenplan', link: 'https://wiki.example/plan' };
const list = { title: 'Selectielijst', link: 'https://wiki.example/lijst' };
const practice = { title: '', did: '', why: '', tip: '', topics: [], link: plan.link, language: 'nl' };

function offer(change: Partial<typeof practice>, scope: 'own' | 'across', pages = [plan, list]) {
  const onChange = vi.fn();
  const community = communityView({ scope });
  draw(
    <PageOffer
      practice={{ ...practice, ...change }}
      pages={pages}
      community={community}
      onChange={onChange}
    />,
  );
  return onChange;
}

describe('a prompt that named several activities', () => {
  test('asks which one the practice is about, the first one unless it says otherwise', () => {
    offer({}, 'own');
    const about = screen.getByRole('group', { name: 'Waar gaat je praktijk over?' });
    expect(about.querySelectorAll('input')).toHaveLength(2);
    expect((screen.getByRole('radio', { name: 'Aktenplan' }) as HTMLInputElement).checked).toBe(true);
  });

  test('takes over from the other page what it had from the first', () => {
    const onChange = offer({ title: plan.title }, 'own');
    fireEvent.click(screen.getByRole('radio', { name: 'Selectielijst' }));
    expect(onChange).toHaveBeenLastCalledWith({ link: list.link, title: list.title });
  });

  test('leaves what the person wrote or took away', () => {
    const onChange = offer({ title: 'Eén map per dossier', link: null as never }, 'own');
    fireEvent.click(screen.getByRole('radio', { name: 'Selectielijst' }));
    expect(onChange).toHaveBeenLastCalledWith({});
  });

  test('adds nothing by itself across organisations', () => {
    const onChange = offer({ title: plan.title }, 'across');
    fireEvent.click(screen.getByRole('radio', { name: 'Selectielijst' }));
    expect(onChange).toHaveBeenLastCalledWith({ link: null, title: '' });
  });

  test('knows which one it was when it is opened again', () => {
    offer({ link: list.link }, 'own');
    expect((screen.getByRole('radio', { name: 'Selectielijst' }) as HTMLInputElement).checked).toBe(true);
  });
});

test('one activity needs no choice', () => {
  offer({}, 'own', [plan]);
  expect(screen.queryByRole('radio')).toBeNull();
  screen.getByText('Aktenplan');
});
