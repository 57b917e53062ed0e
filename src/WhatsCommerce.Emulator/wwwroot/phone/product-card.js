import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { canBeOrdered, catalogGone, hasCart, isCatalogOpen, variantWords } from './shop.js';
import { productPicture } from './drawing.js';
import { icons } from './icons.js';
import { live } from './live.js';

/** @typedef {import('../core/types').Product} Product */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** The price, with a sale price beside the crossed-out price. @param {Product} product @returns {HTMLElement} */
export function priceLine(product) {
  return product.salePrice === null
    ? h('span', { class: 'price' }, product.price.text)
    : h('span', { class: 'price' },
      h('span', { class: 'visually-hidden' }, 'Sale price '), h('strong', {}, product.salePrice.text), ' ',
      h('span', { class: 'visually-hidden' }, 'instead of '), h('s', {}, product.price.text));
}

/**
 * A product in a message: as wide as the bubble, always from the current catalog.
 * @param {string} retailerId
 * @param {CustomerPhone} phone
 * @returns {HTMLElement}
 */
export function productCard(retailerId, phone) {
  return live(() => {
    const product = store.product(retailerId);
    return h('button', {
      type: 'button', class: `product-card${product === undefined || canBeOrdered(product) ? '' : ' unavailable'}`, 'data-retailer-id': retailerId,
      onclick: () => phone.openProduct(retailerId),
    }, productPicture(product), h('span', { class: 'words' }, ...words(product, retailerId)));
  });
}

/**
 * A product in a sheet: a row that opens its page, with a button that adds one to the cart.
 * @param {string} retailerId
 * @param {CustomerPhone} phone
 * @param {Product} [known] the product, if a listing has just been read; otherwise it is read from the store
 * @returns {HTMLElement}
 */
export function productRow(retailerId, phone, known) {
  return live(() => {
    const product = known ?? store.product(retailerId);
    // In a listing one variant represents all of them: the customer chooses one on its page.
    const mustChoose = known !== undefined && known.groupId !== null;
    return h('div', { class: `product-row${product === undefined || canBeOrdered(product) ? '' : ' unavailable'}`, 'data-retailer-id': retailerId },
      h('button', { type: 'button', class: 'product-open', onclick: () => phone.openProduct(retailerId) },
        productPicture(product), h('span', { class: 'words' }, ...words(product, retailerId))),
      canBeOrdered(product) && hasCart() && !mustChoose
        ? h('button', { type: 'button', class: 'phone-button add', 'aria-label': `Add ${product.title} to cart`, onclick: () => phone.addToCart(retailerId, 1) },
          icon(icons.plus))
        : null);
  });
}

/**
 * @param {Product | null | undefined} product
 * @param {string} retailerId
 * @returns {(HTMLElement | null)[]}
 */
function words(product, retailerId) {
  if (product === undefined) {
    return [h('span', { class: 'product-title' }, 'Loading…')];
  }
  if (!isCatalogOpen()) {
    return [product ? h('span', { class: 'product-title' }, product.title) : null, h('span', { class: 'gone' }, catalogGone)];
  }
  if (product === null) {
    return [h('span', { class: 'product-title' }, 'Product not available'), h('span', { class: 'gone' }, `${retailerId} is no longer in the catalog`)];
  }
  return [
    h('span', { class: 'product-title' }, product.title),
    variantWords(product) ? h('span', { class: 'product-variant' }, variantWords(product)) : null,
    priceLine(product),
    product.description ? h('span', { class: 'product-description' }, product.description.slice(0, 200)) : null,
    canBeOrdered(product) ? null : h('span', { class: 'gone' }, 'Unavailable'),
  ];
}
