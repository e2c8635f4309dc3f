/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { ReadPractice } from '@/utils/practice/read';
import { tagPath, toHtml, wordsToHtml } from '../content';
import { WORDINGS } from './words';

interface PracticeBodyProps {
  readonly found: ReadPractice;
  /** Of its sections: one below the practice's own. */
  readonly heading?: Heading;
  /** Whether its topics lead to the posts that have them: only members can go there. */
  readonly topicsLead?: boolean;
  /** Whether its marks are formatting: not where an app sent it as plain text. */
  readonly marked: boolean;
}

type Heading = 'h2' | 'h3';

/** A practice in its parts: sections under the labels that its author saw, the page that it is about, topics, reference. */
export function PracticeBody({ found, heading = 'h2', topicsLead = false, marked }: PracticeBodyProps) {
  const { practice, reference } = found;
  const labels = WORDINGS[practice.language];
  const { did, why, tip, link, topics, kind } = practice;
  return (
    <>
      <Section heading={heading} label={labels?.[kind ?? 'did'] ?? ''} text={did} marked={marked} />
      <Section
        heading={heading}
        label={(kind === 'question' ? labels?.purpose : labels?.why) ?? ''}
        text={why}
        marked={marked}
      />
      <Section heading={heading} label={labels?.tip ?? ''} text={tip} marked={marked} />
      {link === null ? null : (
        <section>
          <Heading level={heading} text={labels?.page ?? ''} />
          <p>
            <PageLink address={link} />
          </p>
        </section>
      )}
      {topics.length === 0 ? null : (
        <ul class="topics">
          {topics.map((topic) => (
            <li>{topicsLead ? <TopicLink topic={topic} /> : `#${topic}`}</li>
          ))}
        </ul>
      )}
      <p class="hint">Ref. {reference}</p>
    </>
  );
}

function TopicLink({ topic }: { topic: string }) {
  return (
    <a href={tagPath(topic)} rel="tag">
      #{topic}
    </a>
  );
}

function Heading({ level, text }: { level: Heading; text: string }) {
  return level === 'h2' ? <h2>{text}</h2> : <h3>{text}</h3>;
}

interface SectionProps {
  readonly heading: Heading;
  readonly label: string;
  readonly text: string;
  readonly marked: boolean;
}

function Section({ heading, label, text, marked }: SectionProps) {
  return text === '' ? null : (
    <section>
      <Heading level={heading} text={label} />
      {marked ? raw(wordsToHtml(text)) : <PlainText text={text} />}
    </section>
  );
}

/** What stands behind "Page:" is whatever somebody wrote there: only a web address becomes a link. */
function PageLink({ address }: { address: string }) {
  return /^https?:\/\//i.test(address) ? (
    <a href={address} rel="noopener noreferrer nofollow">
      {address}
    </a>
  ) : (
    <span>{address}</span>
  );
}

/** Any text, with its paragraphs and links. Made from escaped text: nothing of it was HTML before. */
export function PlainText({ text }: { text: string }) {
  return text.trim() === '' ? null : raw(toHtml(text, null));
}
