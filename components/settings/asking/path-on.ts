import { fail, type Result, succeed } from '@/utils/kernel/result';

/** The path that somebody typed, or pasted as a whole address of the site; without query and fragment. */
export function pathOn(site: string, text: string): Result<string, 'missing' | 'elsewhere'> {
  const typed = text.trim();
  if (typed === '') return fail('missing');
  const isAddress = /^https?:\/\//i.test(typed);
  const address = isAddress ? typed : `${site}/${typed.replace(/^\/+/, '')}`;
  if (!URL.canParse(address)) return fail('missing');
  const { origin, pathname } = new URL(address);
  return origin === site ? succeed(pathname) : fail('elsewhere');
}
