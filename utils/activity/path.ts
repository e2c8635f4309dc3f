/** A path's optional trailing slash means nothing. */
export function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

const SESSION = /;(jsessionid|phpsessid|sid|cfid|cftoken)=[^/;]*/gi;

/** Java servers write a session into the path where a browser takes no cookies. */
export function withoutSession(path: string): string {
  return path.includes(';') ? path.replace(SESSION, '') : path;
}

/** The path that recipes compare: decoded, without session and trailing slash. */
export function comparedPath({ pathname }: Pick<URL, 'pathname'>): string {
  return withoutTrailingSlash(decodePath(withoutSession(pathname)));
}

/** An escaped '/' stays escaped: it is part of a name and ends no segment. */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  return path
    .split('/')
    .map((segment) => decoded(segment).replaceAll('/', '%2F'))
    .join('/');
}

/** Percent-decoded; an escape that is no UTF-8 stays as it was written. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // "%zz" is legal all the same
  }
}
