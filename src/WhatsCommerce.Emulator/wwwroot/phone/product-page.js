import { post } from '../core/api.js';
import { h, icon, safeAddress } from '../core/dom.js';
import { store } from '../core/store.js';
import { availabilityText, canBeOrdered, catalogGone, hasCart, isCatalogOpen, variantWords } from './shop.js';
import { icons } from './icons.js';
import { redraw } from './live.js';
import { productPicture } from './drawing.js';
import { priceLine } from './product-card.js';
import { cartButton } from './phone-header.js';
import { Sheet } from './sheet.js';
import { stepper } from './stepper.js';

/** @typedef {import('../core/types').OpenedProduct} OpenedProduct */
/** @typedef {import('../core/types').Product} Product */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

const shownChanges = 5;

/** The page of a product, fetched again when it opens and whenever the catalog changes. */
export class ProductPage {
  #quantity = 1;
  #request = 0;
  /** @type {OpenedProduct | null} */ #opened = null;
  /** @type {string[]} */ #changes = [];
  #notice = h('div', { class: 'changes', role: 'status' });
  #words = h('div', { class: 'page-words' });
  #variants = h('div', { class: 'page-variants' });
  #more = h('div', { class: 'page-words' });
  #buttons = h('div', { class: 'page-buttons' });
  #picture = h('div', { class: 'page-picture' });

  /** @param {CustomerPhone} phone @param {string} retailerId */
  constructor(phone, retailerId) {
    this.phone = phone;
    this.retailerId = retailerId;
    this.sheet = new Sheet(phone, 'Product', { look: 'page', name: 'product', actions: [cartButton(phone)] });
    this.sheet.foot.append(this.#buttons);
    const follow = () => this.#read();
    store.addEventListener('products', follow);
    store.addEventListener('settings', follow);
    this.sheet.onclose = () => {
      store.removeEventListener('products', follow);
      store.removeEventListener('settings', follow);
    };
  }

  open() {
    this.sheet.show(this.#notice, this.#picture, this.#words, this.#variants, this.#more);
    this.#read();
  }

  async #read() {
    const number = ++this.#request;
    const opened = await this.phone.attempt(() => /** @type {Promise<OpenedProduct>} */ (post(`${this.phone.cart.path}/open`, { retailerId: this.retailerId })));
    // The emulator reports changes only once: they count even if a later read has finished first.
    this.#note(opened?.changes ?? []);
    if (number !== this.#request) {
      return;
    }
    if (opened === undefined) {
      // The product was removed from the catalog; the page stays, but the product cannot be ordered.
      this.#opened &&= { ...this.#opened, product: { ...this.#opened.product, canBeOrdered: false } };
    } else {
      this.#opened = opened;
    }
    this.#draw();
  }

  /** @param {string[]} changes */
  #note(changes) {
    this.#changes = [...new Set([...this.#changes, ...changes])].slice(-shownChanges);
    redraw(this.#notice, ...this.#changes.map(change => h('p', {}, change)));
  }

  #draw() {
    if (this.#opened === null) {
      redraw(this.#words, h('p', { class: 'gone' }, 'This product is not available.'));
      return;
    }
    const { product, variants } = this.#opened;
    const isOpen = isCatalogOpen();
    const address = safeAddress(product.address ?? undefined);
    redraw(this.#picture, productPicture(product));
    redraw(this.#words, h('h3', { class: 'page-title' }, product.title), h('p', {}, priceLine(product)),
      isOpen ? h('p', { class: canBeOrdered(product) ? 'available' : 'gone' }, availabilityText(product)) : h('p', { class: 'gone' }, catalogGone));
    redraw(this.#variants, variants.length > 1 ? this.#choice(product, variants) : null);
    redraw(this.#more, product.description ? h('div', { class: 'text' }, product.description) : null,
      address ? h('p', {}, h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, icon(icons.link), 'View on the shop’s website')) : null);
    redraw(this.#buttons, ...this.#actions(product));
  }

  /** @param {Product} product @param {Product[]} variants */
  #choice(product, variants) {
    const names = [...new Set(variants.flatMap(variant => Object.keys(variant.variant ?? {})))];
    return h('fieldset', { class: 'variants' }, h('legend', {}, names.join(', ').replace(/^./, first => first.toUpperCase()) || 'Variant'),
      ...variants.map(variant => h('label', { class: canBeOrdered(variant) ? '' : 'unavailable' },
        h('input', {
          type: 'radio', name: 'variant', value: variant.retailerId, checked: variant.retailerId === product.retailerId, onchange: () => {
            this.retailerId = variant.retailerId;
            this.#read();
          },
        }), h('span', {}, variantWords(variant) || variant.title, canBeOrdered(variant) ? null : ' (unavailable)'))));
  }

  /** @param {Product} product */
  #actions(product) {
    const ask = h('button', {
      type: 'button', class: 'secondary', onclick: () => {
        this.phone.closeSheets();
        this.phone.askAbout(product);
      },
    }, icon(icons.chat), 'Message business');
    if (!canBeOrdered(product) || !hasCart()) {
      return [ask];
    }
    return [
      stepper(product.title, this.#quantity, quantity => {
        this.#quantity = quantity;
      }),
      ask,
      h('button', { type: 'button', class: 'primary', onclick: () => this.#add() }, icon(icons.cart), 'Add to cart'),
    ];
  }

  async #add() {
    const changes = await this.phone.addToCart(this.retailerId, this.#quantity);
    if (changes === null) {
      this.#read();
    } else {
      this.#quantity = 1;
      this.#note(changes);
      this.#draw();
    }
  }
}
