import type { Preview } from '@/utils/messaging/views';
import styles from './FormattedText.module.css';

type Block = Preview['blocks'][number];
type Span = Extract<Block, { kind: 'paragraph' }>['spans'][number];

/** Paragraphs and lists as elements of our own: whatever the text holds, it stays text. */
export function FormattedText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class={styles.text} dir="auto">
      {blocks.map((block, index) => (
        <OneBlock key={String(index)} block={block} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p>{spansOf(block.spans)}</p>;
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List class={block.ordered ? styles.numbers : styles.bullets}>
      {block.items.map((item, index) => (
        <li key={String(index)}>{spansOf(item)}</li>
      ))}
    </List>
  );
}

function spansOf(spans: readonly Span[]) {
  return spans.map((span, index) => <OneSpan key={String(index)} span={span} />);
}

/** An address is shown as one, and leads nowhere: this is a preview. */
function OneSpan({ span: { text, strong, emphasis, href } }: { span: Span }) {
  const inside = emphasis ? <em>{text}</em> : text;
  const outside = strong ? <strong>{inside}</strong> : inside;
  return <span class={href === undefined ? undefined : styles.link}>{outside}</span>;
}
