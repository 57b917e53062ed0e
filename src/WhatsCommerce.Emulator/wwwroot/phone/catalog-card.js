import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { catalogGone, catalogTitle, firstItem, isCatalogOpen } from './shop.js';
import { icons } from './icons.js';
import { live } from './live.js';
import { productPicture } from './drawing.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * The head of a catalog message: the fixed title, and the picture of the given item or of the catalog's first item.
 * @param {unknown} thumbnail a retailer id
 * @param {CustomerPhone} phone
 * @returns {HTMLElement}
 */
export function catalogCard(thumbnail, phone) {
  return live(() => {
    const shown = typeof thumbnail === 'string' && thumbnail !== '' ? store.product(thumbnail) : undefined;
    const first = firstItem();
    const picture = shown ?? (first === null ? null : store.product(first));
    return h('button', { type: 'button', class: 'product-card catalog-card', onclick: () => phone.openCatalog() },
      productPicture(isCatalogOpen() ? picture : null),
      h('span', { class: 'words' },
        h('span', { class: 'product-title' }, catalogTitle()),
        isCatalogOpen() ? h('span', { class: 'product-description' }, 'Browse our catalog and shop right here') : h('span', { class: 'gone' }, catalogGone)));
  });
}

const catalogLink = /^https?:\/\/(?:www\.)?wa\.me\/(c|p)\/(?:([^/?#]+)\/)?(\+?\d+)\/?(?:[?#].*)?$/i;

/**
 * Reads a link to a catalog, `https://wa.me/c/<digits>`, or to a product of one, `https://wa.me/p/<id>/<digits>`.
 * @param {string} address
 * @returns {{ digits: string, product: string | null } | null}
 */
export function readCatalogLink(address) {
  const match = catalogLink.exec(address);
  if (match === null || (match[1].toLowerCase() === 'p') !== (match[2] !== undefined)) {
    return null;
  }
  return { digits: match[3].replace('+', ''), product: match[2] === undefined ? null : safeDecode(match[2]) };
}

/**
 * The preview above a text with a link to a catalog.
 * @param {{ digits: string, product: string | null }} link
 * @param {CustomerPhone} phone
 * @returns {HTMLElement}
 */
export function catalogLinkPreview(link, phone) {
  return live(() => {
    if (!isValid(link)) {
      return h('div', { class: 'link-preview invalid' }, icon(icons.catalog), h('span', { class: 'gone' }, 'Invalid catalog link'));
    }
    const first = firstItem();
    const product = link.product === null ? null : store.product(link.product);
    const picture = product ?? (first === null ? null : store.product(first));
    return h('button', { type: 'button', class: 'link-preview', onclick: () => followCatalogLink(link, phone) },
      productPicture(picture),
      h('span', { class: 'words' },
        h('span', { class: 'product-title' }, product ? product.title : catalogTitle()),
        h('span', { class: 'product-description' }, product ? product.price.text : 'View this catalog on WhatsApp')));
  });
}

/** @param {{ digits: string, product: string | null }} link @param {CustomerPhone} phone */
export function followCatalogLink(link, phone) {
  if (!isValid(link)) {
    phone.tell('Invalid catalog link', { kind: 'error' });
  } else if (link.product !== null && store.product(link.product)) {
    phone.openProduct(link.product);
  } else {
    phone.openCatalog();
  }
}

/** @param {{ digits: string }} link */
function isValid(link) {
  const digits = store.settings?.business.phone.replace(/\D/g, '') ?? '';
  return isCatalogOpen() && (digits === '' || digits === link.digits);
}

/** @param {string} text */
function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
