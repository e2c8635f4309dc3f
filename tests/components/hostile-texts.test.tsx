import { cleanup, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FormattedText } from '@/components/sharing/FormattedText';
import { PreviewPane } from '@/components/sharing/PreviewPane';
import { SimilarPractices } from '@/components/sharing/SimilarPractices';
import { Link } from '@/components/ui/Link';
import type { Preview } from '@/utils/messaging/views';
import { blocksOf } from '@/utils/practice/spans';
import { communityView } from '../support/composer-views';
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS } from '../support/hostile-texts';
import { sharedView } from '../support/shared-views';
import { PLACES } from './hostile-places';
import { answerMessages, draw } from './support';

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
});

/** A line of a list, with marks, or with what ends a line elsewhere. */
/** A line of a list, with marks, or with what ends a line elsewhere. */
const MARKED = /\*|^\s*(?:[-•]|\d+[.)])\s|[\r\u2028\u2029\u0085\v\f]/u;

const destination = (name: string) => ({
  community: communityView({ name, accountName: name }),
  placeId: null,
  audience: 'members' as const,
});

/** Everything that stands in `place`, element by element. An address that leads nowhere is a span where it would be a link. */
const elementsIn = (place: Element): string[] =>
  [...place.querySelectorAll('*')].map(({ localName }) => (localName === 'a' ? 'span' : localName));

/** What could run or load something; none of it is ever made of a text. */
const attributesIn = (place: Element): string[] =>
  [...place.querySelectorAll('*')]
    .flatMap((element) => element.getAttributeNames())
    .filter((name) => /^on|^(?:src|srcdoc|style|action|formaction|background|ping)$/.test(name));

const protocolsIn = (place: Element): string[] =>
  [...place.querySelectorAll('[href]')].map(
    (element) => new URL(element.getAttribute('href') ?? '', 'https://a.example').protocol,
  );

/** Draws something for each text, all at once; answers the text and where it stands. */
function drawEach(texts: readonly string[], make: (text: string) => ComponentChild): [string, Element][] {
  const { container } = draw(
    texts.map((text, index) => (
      <div class="one" key={String(index)}>
        {make(text)}
      </div>
    )),
  );
  const places = [...container.querySelectorAll('.one')];
  expect(places).toHaveLength(texts.length);
  return texts.map((text, index) => [text, places[index] ?? container]);
}

const ON_THE_WEB = /^(?:https?|mailto):$/;

/** What a person reads of a text that something else stands for where it is nothing but space. */
const SPACE = HOSTILE_TEXTS.filter((text) => text.trim() === '');
const TEXTS = HOSTILE_TEXTS.filter((text) => !SPACE.includes(text));

describe.each(Object.entries(PLACES))('in %s', (_name, make) => {
  test('a text makes no element, no script and no way out, and is shown as it is', () => {
    const [[, plain] = ['', document.body], ...hostile] = drawEach(['Een gewone tekst', ...TEXTS], make);
    for (const [text, place] of hostile) {
      expect(elementsIn(place).join(), text).toBe(elementsIn(plain).join());
      expect(place.textContent).toContain(text.trim());
    }
    expect(attributesIn(document.body)).toEqual([]);
    expect(protocolsIn(document.body).filter((protocol) => !ON_THE_WEB.test(protocol))).toEqual([]);
  });

  test('a text that is nothing but space makes nothing either', () => {
    drawEach(SPACE, make);
    expect(attributesIn(document.body)).toEqual([]);
  });
});

test('near a draft, texts of others are texts', async () => {
  const similar = TEXTS.map((text, id) =>
    sharedView({ id: String(id), title: text, excerpt: `${text}.`, authorName: text }),
  );
  answerMessages({ 'library:similar': { similar, unique: TEXTS[0] ?? '' } });
  draw(
    <SimilarPractices
      draftId="draft"
      saved=""
      unwritten={false}
      keep={async () => null}
      onDraft={() => undefined}
    />,
  );
  const rows = await screen.findAllByRole('listitem');
  expect(new Set(rows.map((row) => elementsIn(row).join()))).toHaveLength(1);
  expect(rows.map((row) => row.querySelector('a')?.textContent)).toEqual(TEXTS);
  expect(attributesIn(document.body)).toEqual([]);
});

const OURS = new Set(['div', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'span']);

describe('in the preview', () => {
  test('marks make our own elements and nothing else does', () => {
    for (const [text, place] of drawEach(HOSTILE_TEXTS, (each) => (
      <FormattedText blocks={blocksOf(each)} />
    ))) {
      expect(
        elementsIn(place).filter((name) => !OURS.has(name)),
        text,
      ).toEqual([]);
    }
    expect(attributesIn(document.body)).toEqual([]);
  });

  test('a line without marks is shown as it is', () => {
    const lines = TEXTS.flatMap((text) => text.split('\n')).filter((line) => !MARKED.test(line));
    expect(lines.length).toBeGreaterThan(400);
    for (const [line, place] of drawEach(lines, (each) => <FormattedText blocks={blocksOf(each)} />)) {
      expect(place.textContent?.trim()).toBe(line.trim());
    }
  });

  test('the name of whoever sends is text', () => {
    const preview = { blocks: [], length: 0 } as unknown as Preview;
    for (const [text, place] of drawEach(TEXTS, (each) => (
      <PreviewPane
        preview={preview}
        pictures={0}
        unwritten={false}
        destination={destination(each)}
        readers={each}
      />
    ))) {
      expect(place.textContent).toContain(text.trim());
      expect(
        elementsIn(place).filter((name) => !OURS.has(name) && name !== 'section' && name !== 'h2'),
      ).toEqual([]);
    }
    expect(attributesIn(document.body)).toEqual([]);
  });
});

test('a link leads to the web, to a mail or within its page, whatever a server calls an address', () => {
  drawEach([...HOSTILE_ADDRESSES, ...HOSTILE_TEXTS], (href) => <Link href={href}>Klik</Link>);
  expect(attributesIn(document.body)).toEqual([]);
  expect(protocolsIn(document.body).filter((protocol) => !ON_THE_WEB.test(protocol))).toEqual([]);
});
