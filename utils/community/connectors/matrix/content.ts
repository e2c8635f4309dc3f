import * as z from 'zod/mini';
import { referenceOf } from '@/utils/practice/escape';
import { outOfFormat } from '@/utils/practice/format';
import { maybe } from '../../answer';
import type { Operation } from '../../connector';
import { addressOf } from './ids';

const HTML = 'org.matrix.custom.html';
/** Beside the text, where nobody sees it. */
const MARK = 'deelgenoot.practice';

const text = maybe(z.string());
const RelationSchema = z.lazy(() =>
  z.object({
    rel_type: text,
    event_id: text,
    key: text,
    'm.in_reply_to': maybe(z.object({ event_id: text })),
  }),
);
export const ContentSchema = z.lazy(() =>
  z.object({
    msgtype: text,
    body: text,
    format: text,
    formatted_body: text,
    'm.relates_to': maybe(RelationSchema),
    [MARK]: maybe(z.object({ reference: z.string() })),
  }),
);
export type Content = z.infer<typeof ContentSchema>;

/** What is sent: the text, and for those who show no HTML the same without it. Nobody is called by it. */
export function contentOf(send: Extract<Operation, { verb: 'send' }>): object {
  const { format, edits, replyTo, key } = send;
  const isHtml = format === 'html';
  const body = isHtml ? outOfFormat(send.text, 'html') : send.text;
  const lines = body.trimEnd().split('\n');
  const reference = referenceOf(lines.at(-1) ?? '');
  const message = {
    msgtype: 'm.text',
    body,
    ...(isHtml && { format: HTML, formatted_body: send.text }),
    'm.mentions': {},
    ...(reference !== null && { [MARK]: { key, reference } }),
  };
  if (edits !== undefined)
    return {
      ...message,
      // For those who know of no corrections. The whole text once more would be too much for one event.
      body: `* ${lines[0]}`,
      format: undefined,
      formatted_body: undefined,
      'm.new_content': message,
      'm.relates_to': { rel_type: 'm.replace', event_id: addressOf(edits).event },
    };
  return replyTo === undefined ? message : { ...message, 'm.relates_to': below(replyTo) };
}

/** In the thread, and for those who know of no threads a plain reply. */
function below(replyTo: string): object {
  const { event, root } = addressOf(replyTo);
  return {
    rel_type: 'm.thread',
    event_id: root || event,
    is_falling_back: root === '',
    'm.in_reply_to': { event_id: event },
  };
}

/** As plain text with its marks, without what older programs quote above a reply; null for what is no text. */
export function textOf({ msgtype, body, format, formatted_body: html }: Content): string | null {
  if (msgtype !== 'm.text' || body === null) return null;
  if (format !== HTML || html === null) return body.replace(/^(?:> .*\n)+\n/u, '');
  return outOfFormat(html.replace(/^<mx-reply>.*?<\/mx-reply>/su, ''), 'html');
}

/** The event that a text answers, or in whose thread it is; '' where it answers none. */
export function answeredBy({ 'm.relates_to': relation }: Content): string {
  const { rel_type, event_id, 'm.in_reply_to': reply } = relation ?? {};
  return (rel_type === 'm.thread' ? event_id : reply?.event_id) ?? '';
}

/** The mark that we put beside the text counts where there is one: others quote references too. */
export function isMarked(content: Content, said: string, marker: string): boolean {
  return (content[MARK]?.reference ?? said).includes(marker);
}
