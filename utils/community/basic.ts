const SCHEME = 'Basic ';

/** A name and a password as they stand in a header (RFC 7617), in UTF-8. */
export function basicOf({ name, secret }: { readonly name: string; readonly secret: string }): string {
  return `${SCHEME}${base64Of(`${name}:${secret}`)}`;
}

/** The inverse of `basicOf`; null for any other kind of token. */
export function namedIn(token: string): { readonly name: string; readonly secret: string } | null {
  if (!token.startsWith(SCHEME)) return null;
  const bytes = Uint8Array.from(atob(token.slice(SCHEME.length)), (unit) => unit.charCodeAt(0));
  const [name = '', ...secret] = new TextDecoder().decode(bytes).split(':');
  return { name, secret: secret.join(':') };
}

/** A text's UTF-8 in base64. */
export function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
