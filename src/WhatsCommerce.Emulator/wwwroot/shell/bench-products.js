import { get, post } from '../core/api.js';
import { fill, h, icon, safeAddress } from '../core/dom.js';
import { drawKeyed } from '../core/keyed.js';
import { store } from '../core/store.js';
import { button, input } from './controls.js';
import { counted } from './format.js';
import { icons } from './icons.js';
import { openProduct } from './bench-product.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').Product} Product */

const pageSize = 20;
const typingPause = 200;

/** The shop's products, including those that customers do not see. */
export class BenchProducts extends HTMLElement {
  #search = input({ type: 'search', placeholder: 'Find a product', 'aria-label': 'Find a product' });
  #count = h('p', { class: 'list-count', role: 'status' });
  #list = h('ul', { class: 'bench-products', role: 'list' });
  #more = button('Show more', () => this.#read(this.#limit + pageSize), { hidden: true });
  #limit = pageSize;
  #isReading = false;
  #isStale = false;
  #typing = 0;

  connectedCallback() {
    this.replaceChildren(this.#search, this.#count, this.#list, h('div', { class: 'actions' }, this.#more));
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => this.#read(pageSize), typingPause);
    });
    store.addEventListener('products', () => this.#read(this.#limit));
    // Nothing is read before it is visible.
    new ResizeObserver(() => this.#isStale && this.#read(this.#limit)).observe(this);
    this.#isStale = true;
  }

  /** @param {number} limit */
  async #read(limit) {
    this.#limit = limit;
    // One read at a time; changes meanwhile are read afterwards.
    if (this.#isReading || this.offsetParent === null) {
      this.#isStale = true;
      return;
    }
    this.#isReading = true;
    this.#isStale = false;
    const query = new URLSearchParams({ all: 'true', q: this.#search.value.trim(), offset: '0', limit: String(limit) });
    const found = await attempt(() => /** @type {Promise<import('../core/types').Products>} */ (get(`/emulator/products?${query}`)));
    this.#isReading = false;
    if (found) {
      this.#draw(found.products, found.total);
    }
    if (this.#isStale) {
      await this.#read(this.#limit);
    }
  }

  /** @param {Product[]} products @param {number} total */
  #draw(products, total) {
    this.#count.textContent = total === 0 ? (this.#search.value.trim() === '' ? 'No products: connect the catalog, or load items with your app.' : 'No product is called that. Try a part of its title or id.') : counted(total, 'product');
    this.#more.hidden = products.length >= total;
    drawKeyed(this.#list, products, product => product.retailerId, () => h('li', { class: 'bench-product' }), drawProduct);
  }
}

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @param {Element} element @param {Product} product */
function drawProduct(element, product) {
  const state = JSON.stringify(product);
  if (drawn.get(element) === state) {
    return;
  }
  drawn.set(element, state);
  const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-action') : null;
  const { title, retailerId, price, salePrice, availability, isHidden, review } = product;
  fill(element,
    picture(product),
    h('div', { class: 'product-words' },
      h('strong', {}, title),
      h('span', { class: 'hint' }, retailerId),
      h('span', { class: 'product-facts' },
        salePrice ? [h('s', {}, price.text), h('span', {}, salePrice.text)] : h('span', {}, price.text),
        h('span', { class: product.canBeOrdered ? '' : 'warning-text' }, availability),
        isHidden && h('span', { class: 'warning-text' }, 'hidden'),
        review !== 'approved' && review !== '' && h('span', { class: review === 'rejected' ? 'danger-text' : 'muted-text' }, review))),
    h('div', { class: 'actions' }, productActions(product)));
  if (focused) {
    /** @type {HTMLElement | null} */ (element.querySelector(`[data-action=${focused}]`))?.focus();
  }
}

/** @param {Product} product */
function productActions(product) {
  const { retailerId, title, canBeOrdered, isHidden } = product;
  const change = (/** @type {object} */ changes) => attempt(() => post('/emulator/products/change', { retailerId, ...changes }));
  const small = (/** @type {string} */ name) => ({ class: 'button small', 'data-action': name });
  return [
    button('Change', () => openProduct(product), { ...small('change'), 'aria-label': `Change ${title}` }),
    button(canBeOrdered ? 'Sell out' : 'Restock', () => change({ availability: canBeOrdered ? 'out of stock' : 'in stock' }),
      { ...small('stock'), 'aria-label': `${canBeOrdered ? 'Sell out' : 'Restock'} ${title}` }),
    button(isHidden ? 'Show' : 'Hide', () => change({ isHidden: !isHidden }),
      { ...small('hide'), 'aria-label': `${isHidden ? 'Show' : 'Hide'} ${title}` }),
  ];
}

/** @param {Product} product */
function picture({ image }) {
  const address = safeAddress(image);
  return address === null
    ? h('span', { class: 'product-picture none' }, icon(icons.picture))
    : h('img', { class: 'product-picture', src: address, alt: '', loading: 'lazy', width: 48, height: 48 });
}

customElements.define('bench-products', BenchProducts);
