import { get } from '../core/api.js';
import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { canBeOrdered, catalogGone, catalogTitle, isCatalogOpen } from './shop.js';
import { redraw } from './live.js';
import { productRow } from './product-card.js';
import { cartButton } from './phone-header.js';
import { Sheet } from './sheet.js';

/** @typedef {import('../core/types').Product} Product */
/** @typedef {import('../core/types').Products} Products */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

const pageSize = 20;
const typingPause = 200;

/** Opens the catalog, with a search; further items are read on request. @param {CustomerPhone} phone */
export function openCatalogSheet(phone) {
  const sheet = new Sheet(phone, catalogTitle(), { look: 'page', name: 'catalog', actions: [cartButton(phone)] });
  let wanted = pageSize;
  let request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const search = /** @type {HTMLInputElement} */ (h('input', {
    type: 'search', placeholder: 'Search', 'aria-label': 'Search the catalog', autocomplete: 'off', oninput: () => {
      clearTimeout(pause);
      wanted = pageSize;
      pause = setTimeout(read, typingPause);
    },
  }));
  const rows = h('div', { class: 'catalog-rows' });
  const status = h('p', { class: 'empty', role: 'status' }, 'Loading…');
  const more = h('button', {
    type: 'button', class: 'more', hidden: true, onclick: () => {
      wanted += pageSize;
      read();
    },
  }, 'Show more');

  const read = () => phone.attempt(async () => {
    const number = ++request;
    const found = await readItems(search.value.trim(), wanted);
    if (number !== request) {
      return;
    }
    const isOpen = isCatalogOpen();
    redraw(rows, ...(isOpen ? oneOfEachGroup(found.products).map(product => productRow(product.retailerId, phone, product)) : []));
    const text = !isOpen ? catalogGone : found.products.length > 0 ? '' : search.value.trim() ? `Nothing is called “${search.value.trim()}”. Try another word.` : 'The catalog is empty.';
    if (status.textContent !== text) {
      status.textContent = text;
    }
    more.hidden = !isOpen || found.total <= found.products.length;
  });

  store.addEventListener('products', read);
  store.addEventListener('settings', read);
  sheet.onclose = () => {
    clearTimeout(pause);
    store.removeEventListener('products', read);
    store.removeEventListener('settings', read);
  };
  sheet.show(h('div', { class: 'search', role: 'search' }, search), rows, status, more);
  read();
}

const mostAtOnce = 100;

/**
 * Reads the first results of a search, in several requests when there are many.
 * @param {string} query
 * @param {number} count
 * @returns {Promise<Products>}
 */
async function readItems(query, count) {
  /** @type {Product[]} */
  const products = [];
  for (;;) {
    /** @type {Products} */
    const page = await get('/emulator/products?' + new URLSearchParams({
      q: query, offset: String(products.length), limit: String(Math.min(mostAtOnce, count - products.length)),
    }));
    products.push(...page.products);
    if (page.products.length === 0 || products.length >= Math.min(count, page.total)) {
      return { total: page.total, products };
    }
  }
}

/** Shows the variants of one product as one item: the first that can be ordered. @param {Product[]} products */
function oneOfEachGroup(products) {
  /** @type {Map<string, Product>} */
  const shown = new Map();
  for (const product of products) {
    const key = product.groupId === null ? `item ${product.retailerId}` : `group ${product.groupId}`;
    const earlier = shown.get(key);
    if (earlier === undefined || !canBeOrdered(earlier) && canBeOrdered(product)) {
      shown.set(key, product);
    }
  }
  return [...shown.values()];
}
