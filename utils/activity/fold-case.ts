/** The text that was folded last: one path is compared with every signal of a recipe. */
let lastFolded = { text: '', folded: '' };

/** In lower case for comparing: as long as before, so that what is found in one stands in the other. */
export function foldCase(text: string): string {
  if (text !== lastFolded.text) lastFolded = { text, folded: inLowerCase(text) };
  return lastFolded.folded;
}

/** Lower case of the same length, letter by letter: 'İ' would become two, and shift all that comes after it. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(text)) return lower;
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at).toLowerCase();
    return letter.length === 1 ? letter : text.charAt(at);
  }).join('');
}
