const TEXTLESS_INPUTS = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;
const FIELD_ROLES = /^(textbox|searchbox|combobox|spinbutton)$/;

/** Whether the page is in use in a way that a chip would disturb, however still the hands are. */
export function isBusy(page: Document): boolean {
  return !isInSight(page) || hasOpenDialog(page) || isField(deepestFocus(page));
}

/** Whether the page is looked at as a page: its tab in front, and nothing of it filling the screen. */
export function isInSight(page: Document): boolean {
  return Reflect.get(Document.prototype, 'visibilityState', page) === 'visible' && !fillsScreen(page);
}

/** Whether something of the page fills the screen. */
export function fillsScreen(page: Document): boolean {
  return Boolean(Reflect.get(Document.prototype, 'fullscreenElement', page));
}

/** The focused element, looked for through open shadow roots and frames of the same origin. */
export function deepestFocus(page: Document): Element | null {
  let focus = focusIn(page, Document.prototype);
  for (;;) {
    const inner = focusInside(focus);
    if (inner === null) return focus;
    focus = inner;
  }
}

function focusInside(element: Element | null): Element | null {
  if (element === null) return null;
  if (element.shadowRoot) return focusIn(element.shadowRoot, ShadowRoot.prototype);
  const framed = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
  return framed && focusIn(framed, Document.prototype);
}

/** Asked by the prototype's getter, as all such: a page can put a form named `activeElement` in the property's place. */
function focusIn(root: DocumentOrShadowRoot, prototype: object): Element | null {
  return (Reflect.get(prototype, 'activeElement', root) as Element | null | undefined) ?? null;
}

/** Whether someone could be typing there. A frame of another origin cannot be looked into: it may hold an editor. */
export function isField(element: Element | null): boolean {
  if (element === null) return false;
  const name = element.localName;
  if (name === 'input') return !TEXTLESS_INPUTS.test((element as HTMLInputElement).type);
  if (name === 'textarea' || name === 'select' || name === 'iframe') return true;
  if ((element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on') return true;
  return FIELD_ROLES.test(element.getAttribute('role') ?? '');
}

function hasOpenDialog(page: Document): boolean {
  const dialogs = Document.prototype.querySelectorAll.call(page, 'dialog[open], [aria-modal="true"]');
  return Array.from(dialogs).some((dialog) => dialog.checkVisibility());
}
