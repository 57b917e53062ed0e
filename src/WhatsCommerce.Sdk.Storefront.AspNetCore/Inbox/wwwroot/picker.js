import { fill, h } from '../core/dom.js';
import { productPicture } from '../phone/drawing.js';
import { get } from './api.js';

/** Finds products and chooses which ones are sent: one, or several as a list. */
export class ProductPicker {
  /** @type {Map<string, any>} */
  #chosen = new Map();
  #asked = 0;
  #search = h('input', { type: 'search', class: 'input', 'aria-label': 'Find products', placeholder: 'Find products' });
  #results = h('ul', { class: 'results', 'aria-label': 'Products' });
  #told = h('p', { class: 'hint', role: 'status' });
  #send = h('button', { type: 'submit', class: 'button primary', disabled: true }, 'Send');
  #timer = 0;

  /** @param {(ids: string[]) => Promise<boolean>} send */
  constructor(send) {
    this.dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'dialog picker', 'aria-labelledby': 'picker-title' }));
    const form = h('form', { class: 'form' },
      h('h2', { id: 'picker-title' }, 'Send products'), this.#search, this.#told, this.#results,
      h('div', { class: 'actions' }, this.#send, h('button', { type: 'button', class: 'button', onclick: () => this.dialog.close() }, 'Cancel')));
    this.dialog.append(form);
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#find(), 200);
    });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (this.#chosen.size > 0 && await send([...this.#chosen.keys()])) {
        this.dialog.close();
      }
    });
  }

  open() {
    this.#chosen.clear();
    /** @type {HTMLInputElement} */ (this.#search).value = '';
    this.dialog.showModal();
    this.#search.focus();
    this.#find();
  }

  async #find() {
    const asked = ++this.#asked;
    const found = await get(`search?q=${encodeURIComponent(/** @type {HTMLInputElement} */ (this.#search).value)}`).catch(() => null);
    if (asked !== this.#asked) {
      return;
    }
    this.#told.textContent = found === null ? 'The search did not answer.' : found.length === 0 ? 'Nothing was found.' : `${found.length} found`;
    // Whoever has reached a product by the keyboard stays there when the results of a later letter come.
    const reached = /** @type {HTMLElement | null} */ (this.#results.querySelector(':focus'))?.dataset.retailerId;
    const groups = new Set();
    fill(this.#results, ...(found ?? []).flatMap((/** @type {any} */ product) => {
      const items = [this.#item(product.id, product.name, product.variant, product)];
      if (product.groupId && !groups.has(product.groupId)) {
        groups.add(product.groupId);
        items.push(this.#item(product.groupId, `All variants of ${product.name}`, null, product));
      }
      return items;
    }));
    if (reached !== undefined) {
      /** @type {HTMLElement} */ (this.#results.querySelector(`[data-retailer-id="${CSS.escape(reached)}"]`) ?? this.#search).focus();
    }
    this.#count();
  }

  /** @param {string} id @param {string} title @param {string | null} variant @param {any} product */
  #item(id, title, variant, product) {
    const box = h('input', { type: 'checkbox', 'data-retailer-id': id, onchange: (/** @type {Event} */ event) => {
      if (/** @type {HTMLInputElement} */ (event.target).checked) {
        this.#chosen.set(id, product);
      } else {
        this.#chosen.delete(id);
      }
      this.#count();
    } });
    /** @type {HTMLInputElement} */ (box).checked = this.#chosen.has(id);
    return h('li', {}, h('label', { class: 'result' }, box, productPicture(product), h('span', { class: 'words' },
      h('span', { class: 'product-title' }, title), variant ? h('span', { class: 'hint' }, variant) : null, product.price ? h('span', { class: 'price' }, product.price) : null)));
  }

  #count() {
    const count = this.#chosen.size;
    this.#send.toggleAttribute('disabled', count === 0 || count > 30);
    this.#send.textContent = count > 30 ? 'At most 30' : count > 1 ? `Send ${count} as a list` : 'Send';
  }
}
