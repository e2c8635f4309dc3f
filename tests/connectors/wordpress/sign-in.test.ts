import { expect, test } from 'vitest';
import { wordpress } from '@/utils/community/connectors/wordpress/platform';

const BACK = 'https://abc.chromiumapp.org/?state=s1';

/** Where WordPress (6.1.9, `authorize-application.php`) sends who says no. */
function rejected(page: string): URL {
  const { searchParams } = new URL(page);
  const back = new URL(searchParams.get('reject_url') ?? searchParams.get('success_url') ?? '');
  if (!searchParams.has('reject_url')) back.searchParams.set('success', 'false');
  return back;
}

test('who says no on the site’s page has refused: nothing failed', () => {
  const found = { base: 'https://site.example/wp-json', name: '', version: '' };
  const page = wordpress.appPassword?.page(found, { name: 'Deelgenoot', id: 'i' }, BACK) ?? '';
  const back = rejected(page);
  expect(back.searchParams.get('state')).toBe('s1');
  expect(wordpress.appPassword?.read(back.searchParams, found.base)).toBe('refused');
});
