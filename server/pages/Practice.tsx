/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { ReadPractice } from '@/utils/practice/read';
import { toHtml } from '../content';
import { WORDINGS } from './words';

/** A practice in its parts: sections under the labels that its author saw, the page that it is about, topics, reference. */
export function PracticeBody({ found: { practice, reference } }: { found: ReadPractice }) {
  const labels = WORDINGS[practice.language];
  const { did, why, tip, link, topics } = practice;
  return (
    <>
      <Section label={labels?.did ?? ''} text={did} />
      <Section label={labels?.why ?? ''} text={why} />
      <Section label={labels?.tip ?? ''} text={tip} />
      {link === null ? null : (
        <section>
          <h2>{labels?.page}</h2>
          <p>
            <PageLink address={link} />
          </p>
        </section>
      )}
      {topics.length === 0 ? null : (
        <ul class="topics">
          {topics.map((topic) => (
            <li>#{topic}</li>
          ))}
        </ul>
      )}
      <p class="hint">Ref. {reference}</p>
    </>
  );
}

function Section({ label, text }: { label: string; text: string }) {
  return text === '' ? null : (
    <section>
      <h2>{label}</h2>
      <PlainText text={text} />
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
