import { afterEach, describe, expect, test } from 'vitest';
import { deepestFocus, isBusy, isField } from '@/entrypoints/in-page/busy';

afterEach(() => document.body.replaceChildren());

function put(html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (element === null) throw new Error('the test gave no element');
  return document.body.appendChild(element);
}

test.each([
  ['<textarea></textarea>', true],
  ['<input>', true],
  ['<input type="search">', true],
  ['<input type="date">', true],
  ['<select></select>', true],
  ['<div role="textbox" tabindex="0"></div>', true],
  ['<iframe src="https://elsewhere.example/"></iframe>', true],
  ['<input type="checkbox">', false],
  ['<button>Save</button>', false],
  ['<a href="#">Link</a>', false],
  ['<div tabindex="0"></div>', false],
])('%s can be typed in: %s', (html, expected) => {
  expect(isField(put(html))).toBe(expected);
});

describe('the focus', () => {
  test('is found inside open shadow roots', () => {
    const host = put('<div></div>');
    const field = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'));
    field.focus();
    expect(deepestFocus(document)).toBe(field);
    expect(isBusy(document)).toBe(true);
  });

  test('on a button is no reason to wait', () => {
    (put('<button>Save</button>') as HTMLElement).focus();
    expect(isBusy(document)).toBe(false);
  });
});
