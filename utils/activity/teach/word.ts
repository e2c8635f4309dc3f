import * as z from 'zod/mini';

/**
 * One word of an address, or one field's value, without what it said: how it looks, and a mark by which it is known
 * again within one lesson. Its text is there only once it was the same each time, and is no more than a system's word.
 */
export const WordSchema = z.strictObject({
  kind: z.enum(['id', 'name', 'word']),
  /** 16 bits: enough to see that two are equal, too little to find out what one was. */
  mark: z.int(),
  text: z.optional(z.string()),
});
export type Word = z.infer<typeof WordSchema>;

const ENDING = /\.(php|aspx?|ashx|asmx|jspx?|jspa|do|action|cgi|cfm|pl|html?|svc)$/i;
const PLAIN = /^[._]?[a-z][a-z_-]{0,38}\d?$/i;
const HEX = /^[0-9a-f-]{8,}$/i;
const MOST_UNBROKEN = 24;
const MOST_HUMPS = 5;

/** `word`: a part of the system itself, such as `edit`. `id` and `name` are of whatever somebody worked on. */
export function kindOf(text: string): Word['kind'] {
  const base = text.replace(ENDING, '');
  const digits = base.replace(/\D/g, '').length;
  if (HEX.test(base)) return 'id';
  if (PLAIN.test(base)) {
    const unbroken = base.split(/[_-]/).some((part) => part.length > MOST_UNBROKEN);
    const humps = base.match(/[a-z][A-Z]/g)?.length ?? 0;
    return unbroken || humps > MOST_HUMPS ? 'id' : 'word';
  }
  return digits > 0 && digits * 3 >= base.length ? 'id' : 'name';
}

/** A word without its text. */
export function wordOf(text: string, salt: string): Word {
  return { kind: kindOf(text), mark: markOf(text, salt) };
}

/** Whether a value can be a system's own, such as `save` or `document.approve`: short, plain, no number. */
export function isConstant(value: string): boolean {
  return /^[a-z][a-z_.:-]{1,23}\d?$/i.test(value) && !HEX.test(value);
}

/** Names of fields in which people type: what stands there is theirs, however often they typed the same. */
const TYPED =
  /title|titel|titre|name|naam|nom|subject|onderwerp|objet|betreff|author|auteur|user|owner|mail|file|bestand|caption|text|tekst|texte|body|content|inhoud|comment|opmerking|remark|note|nota|message|bericht|descri|omschrij|besch|search|zoek|^q$/i;

export function isTypedIn(name: string): boolean {
  return TYPED.test(name) && !/^(.*[._])?operationname$/i.test(name);
}

/** Whether this can be the name of a field: some systems make names of what people typed. */
export function isFieldName(name: string): boolean {
  return /^[a-z_$][\w.$:[\]-]{0,59}$/i.test(name) && !/\d{3}/.test(name) && !HEX.test(name);
}

/** FNV-1a, folded to 16 bits. */
function markOf(text: string, salt: string): number {
  let hash = 0x811c9dc5;
  for (const unit of `${salt}\0${text}`) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & 0xffff;
}
