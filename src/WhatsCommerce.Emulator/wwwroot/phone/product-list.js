import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { catalogGone, isCatalogOpen } from './shop.js';
import { live } from './live.js';
import { listHead, productPicture } from './drawing.js';
import { productRow } from './product-card.js';
import { cartButton } from './phone-header.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {{ title: string, ids: string[] }} Section */

/**
 * The sections of a product list, without the items that were not in the catalog when it was sent.
 * @param {any} sections
 * @param {string[]} shown
 * @returns {Section[]}
 */
export function readSections(sections, shown) {
  return (Array.isArray(sections) ? sections : []).map(section => ({
    title: String(section?.title ?? ''),
    ids: (Array.isArray(section?.product_items) ? section.product_items : []).map((/** @type {any} */ item) => String(item?.product_retailer_id ?? ''))
      .filter((/** @type {string} */ id) => shown.includes(id)),
  })).filter(section => section.ids.length > 0);
}

/**
 * The head of a product list: pictures of its first items, and the number of items.
 * @param {string} title
 * @param {Section[]} sections
 * @param {CustomerPhone} phone
 * @param {string} [thumbnail] the retailer id whose picture is first
 * @returns {HTMLElement}
 */
export function productListCard(title, sections, phone, thumbnail) {
  const ids = sections.flatMap(section => section.ids);
  const first = thumbnail && ids.includes(thumbnail) ? [thumbnail, ...ids.filter(id => id !== thumbnail)] : ids;
  return live(() => h('button', { type: 'button', class: 'product-card list-card', onclick: () => openSections(title, sections, phone) },
    ...listHead(
      first.slice(0, 3).map(id => productPicture(isCatalogOpen() ? store.product(id) : null)), title,
      isCatalogOpen() ? h('span', { class: 'product-description' }, `${ids.length} ${ids.length === 1 ? 'item' : 'items'}`) : h('span', { class: 'gone' }, catalogGone))));
}

/**
 * Opens the items by section.
 * @param {string} title
 * @param {Section[]} sections
 * @param {CustomerPhone} phone
 */
export function openSections(title, sections, phone) {
  if (!isCatalogOpen()) {
    phone.tell(catalogGone, { kind: 'error' });
    return;
  }
  const sheet = new Sheet(phone, title || 'Items', { look: 'page', name: 'product-list', actions: [cartButton(phone)] });
  sheet.show(...sections.map(section => h('section', { class: 'product-section' },
    section.title ? h('h3', {}, section.title) : null,
    ...section.ids.map(id => productRow(id, phone)))));
}
