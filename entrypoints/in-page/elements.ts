interface Looks {
  readonly className: string;
  readonly text?: string;
  readonly label?: string;
  /** A letter of its words that presses it, where somebody asks for that by `pressKey`. */
  readonly key?: string;
}

const pressed = new WeakMap<Element, () => void>();

/** A new element of ours. Texts come in as text: nothing that a page wrote is ever read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className, text, label }: Looks,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  if (label !== undefined) {
    element.setAttribute('aria-label', label);
    element.title = label;
  }
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
}

/** A button that only a person can press: a click that a script made is not heard. */
export function makeButton(looks: Looks, onPress: () => void): HTMLButtonElement {
  const button = make('button', looks);
  onTrusted(button, 'click', onPress);
  pressed.set(button, onPress);
  const { key, text = '' } = looks;
  if (key === undefined) return button;
  button.setAttribute('aria-keyshortcuts', key);
  const at = text.toUpperCase().indexOf(key);
  if (at >= 0) button.replaceChildren(text.slice(0, at), underlined(text.charAt(at)), text.slice(at + 1));
  else button.title += ` (${key})`;
  return button;
}

function underlined(letter: string): HTMLElement {
  const mark = document.createElement('u');
  mark.textContent = letter;
  return mark;
}

/** Presses the button of this letter, if it is to be seen; false where there is none. */
export function pressKey(within: ParentNode, letter: string): boolean {
  const key = letter.toUpperCase();
  const button = [...within.querySelectorAll('[aria-keyshortcuts]')].find(
    (one) => one.getAttribute('aria-keyshortcuts') === key && one.checkVisibility(),
  );
  const press = button && pressed.get(button);
  press?.();
  return press !== undefined;
}

export function onTrusted<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
  handle: (event: HTMLElementEventMap[Type]) => void,
): void {
  element.addEventListener(type, (event) => {
    if (event.isTrusted) handle(event);
  });
}

/** Puts an element above everything that stands on the page; a page that comes later may still cover it. */
export function raise(element: HTMLElement): void {
  element.popover = 'manual'; // inside our shadow root, so that the page's own elements carry no trace of it
  if (element.isConnected && !element.matches(':popover-open')) element.showPopover();
}
