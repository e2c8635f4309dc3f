import { readEntities } from '@/utils/practice/html';
import { base64Of } from '../../basic';

const TOKEN = /<(\/?)([a-z][\w.]*)\s*(\/?)>|([^<]+)/giu;
const MOST_DEPTH = 12;
/** What XML has no way to write. */
const UNSPEAKABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;
const NUMBERS = ['int', 'i4', 'i8', 'double'];
const SCALARS = [...NUMBERS, 'string', 'boolean', 'dateTime.iso8601', 'base64'];

/** The fault of a wiki whose interface is switched off. */
export const SWITCHED_OFF = -32_605;

export interface Fault {
  readonly code: number;
  readonly message: string;
}

/** What a method gave back, or why it did not. */
export interface XmlAnswer {
  readonly value: unknown;
  readonly fault?: Fault;
}

type Open = { readonly isStruct: boolean; readonly members: [name: string, value: unknown][]; name: string };

/**
 * Reads an answer of XML-RPC; null for whatever is none, also for one that was cut off. Knows no declarations, so that
 * nothing in it can expand; one pass, whatever a server sends.
 */
export function answerOf(xml: string): XmlAnswer | null {
  if (xml.includes('<!') || !/<methodResponse>[\s\S]*<\/methodResponse>\s*$/u.test(xml)) return null;
  const value = valueIn(xml);
  if (value === undefined) return null;
  if (!/<methodResponse>\s*<fault>/u.test(xml)) return { value };
  const { faultCode, faultString } = Object(value) as Record<string, unknown>;
  return { value: null, fault: { code: Number(faultCode), message: String(faultString ?? '') } };
}

/** The first value in it; undefined where there is none. */
function valueIn(xml: string): unknown {
  const open: Open[] = [];
  let [text, value, result]: [string, unknown, unknown] = ['', undefined, undefined];
  for (const [, closes, tag = '', closesItself, between] of xml.matchAll(TOKEN)) {
    if (between !== undefined) {
      text += between;
      continue;
    }
    const isContainer = tag === 'array' || tag === 'struct';
    const ends = closes !== '' || closesItself !== '';
    if (!ends) {
      if (isContainer) open.push({ isStruct: tag === 'struct', members: [], name: '' });
      if (tag === 'value') value = undefined;
      if (open.length > MOST_DEPTH) return undefined;
    } else if (isContainer && closes !== '') value = closed(open.pop());
    else if (SCALARS.includes(tag)) value = scalar(tag, closes === '' ? '' : text);
    else if (tag === 'name') Object.assign(open.at(-1) ?? {}, { name: text.trim() });
    else if (tag === 'value') {
      const whole = value ?? readEntities(text); // of no type: it is a string
      const inside = open.at(-1);
      if (inside === undefined) result ??= whole;
      else inside.members.push([inside.name, whole]);
      value = undefined;
    }
    text = '';
  }
  return result;
}

function closed(open: Open | undefined): unknown {
  if (open === undefined) return undefined;
  return open.isStruct ? Object.fromEntries(open.members) : open.members.map(([, value]) => value);
}

function scalar(tag: string, text: string): unknown {
  if (tag === 'boolean') return text.trim() === '1';
  return NUMBERS.includes(tag) ? Number(text) : readEntities(text);
}

export type XmlValue = string | number | readonly XmlValue[] | { readonly [name: string]: XmlValue };

/** A call of a method, as XML-RPC. */
export function callOf(method: string, params: readonly XmlValue[]): string {
  const given = params.map((param) => `<param>${written(param)}</param>`).join('');
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${given}</params></methodCall>`;
}

function written(value: XmlValue): string {
  if (typeof value === 'number') return `<value><int>${value}</int></value>`;
  if (typeof value === 'string')
    return UNSPEAKABLE.test(value)
      ? `<value><base64>${base64Of(value)}</base64></value>`
      : `<value><string>${escaped(value)}</string></value>`;
  if (Array.isArray(value))
    return `<value><array><data>${value.map(written).join('')}</data></array></value>`;
  const members = Object.entries(value).map(
    ([name, one]) => `<member><name>${escaped(name)}</name>${written(one)}</member>`,
  );
  return `<value><struct>${members.join('')}</struct></value>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
