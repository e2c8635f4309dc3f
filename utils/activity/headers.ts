/** Headers by their names in lower case; one that was sent several times has all its values, as HTTP joins them. */
export function headerMap(
  headers: readonly { readonly name: string; readonly value?: string | undefined }[],
): Record<string, string> {
  const values = new Map<string, string>();
  for (const { name, value = '' } of headers) {
    const key = name.toLowerCase();
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(values);
}
