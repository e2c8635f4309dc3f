/** A fetch that keeps cookies as a browser does, and sends them only where a request asks for it. */
export function fetchWithJar(): typeof fetch {
  const jar = new Map<string, string>();
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    if (init.credentials === 'include' && cookies !== '') headers.set('cookie', cookies);
    const answer = await fetch(input, { ...init, headers });
    if (init.credentials === 'include')
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const at = pair.indexOf('=');
        jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
    return answer;
  };
}
