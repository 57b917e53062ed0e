import { fill, h, icon } from '../core/dom.js';
import { icons } from './icons.js';

/** @typedef {import('../core/dom.js').Child} Child */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

let sheetNumber = 0;

/**
 * A page or a panel that covers the phone, and only the phone: the rest of the emulator stays usable, so that a price can be changed
 * while a cart is open. The covered part is inert meanwhile; Escape closes the sheet, and the focus returns to where it was.
 */
export class Sheet {
  /** @type {(() => void) | null} */ onclose = null;
  /** @type {Element | null} */ #opener = null;

  /**
   * @param {CustomerPhone} phone
   * @param {string} title
   * @param {{ look?: 'page' | 'slip', name?: string, actions?: Child[] }} [options] a page covers the whole phone, a slip its lower part
   */
  constructor(phone, title, { look = 'slip', name = '', actions = [] } = {}) {
    this.phone = phone;
    const id = `sheet-${++sheetNumber}`;
    this.heading = h('h2', { id, tabindex: '-1' }, title);
    this.body = h('div', { class: 'sheet-body' });
    this.foot = h('div', { class: 'sheet-foot' });
    const close = h('button', { type: 'button', class: 'phone-button', 'aria-label': look === 'page' ? 'Back' : 'Close', onclick: () => this.close() },
      icon(look === 'page' ? icons.back : icons.close));
    const head = h('header', { class: 'sheet-head' }, ...(look === 'page' ? [close, this.heading, ...actions] : [this.heading, ...actions, close]));
    this.element = /** @type {HTMLDialogElement} */ (h('dialog', {
      class: `sheet ${look}`, 'data-sheet': name, 'aria-labelledby': id,
      onclick: (/** @type {Event} */ event) => event.target === this.element && this.close(),
    }, h('div', { class: 'sheet-panel' }, head, this.body, this.foot)));
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {...(Child | Child[])} children */
  show(...children) {
    fill(this.body, ...children);
    return this.open();
  }

  open() {
    // What was told on the screen before lies over this one no longer.
    this.phone.alerts.clear('notice');
    this.#opener = document.activeElement;
    this.phone.stage.append(this.element);
    this.phone.sheets.push(this);
    this.element.show();
    this.phone.arrangeSheets();
    this.heading.focus();
    return this;
  }

  close() {
    if (!this.isOpen) {
      return;
    }
    const hadFocus = this.element.contains(document.activeElement) || document.activeElement === document.body;
    this.element.close();
    this.element.remove();
    this.phone.sheets = this.phone.sheets.filter(sheet => sheet !== this);
    this.phone.arrangeSheets();
    if (hadFocus) {
      this.phone.focusAgain(this.#opener);
    }
    this.onclose?.();
  }
}
