/** A recipe as people read it. */
export function asText(json: unknown): string {
  return JSON.stringify(json, null, 2);
}

interface Titled {
  readonly signals: readonly unknown[];
}

/** The text with another source for the title of what was taught; unchanged where it is no recipe (yet). */
export function withTitle(text: string, source: string): string {
  const recipe = parsed(text);
  if (recipe === null) return text;
  const [taught, ...others] = recipe.signals;
  const title = source === '$title' ? [source] : [source, '$title'];
  return asText({ ...recipe, signals: [{ ...(taught as object), title }, ...others] });
}

function parsed(text: string): Titled | null {
  try {
    const json = JSON.parse(text) as Partial<Titled> | null;
    return Array.isArray(json?.signals) && typeof json.signals[0] === 'object' ? (json as Titled) : null;
  } catch {
    return null; // in the middle of a change
  }
}

/** The file's name: the recipe's id, as the folder of recipes has it. */
export function fileName(text: string, ending: string): string {
  const id = /"id":\s*"([a-z0-9-]{2,40})"/.exec(text)?.[1] ?? 'recipe';
  return `${id}${ending}.json`;
}
