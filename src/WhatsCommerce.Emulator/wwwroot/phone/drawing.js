import { h, icon, safeAddress } from '../core/dom.js';
import { icons } from './icons.js';

// What every page that shows a chat draws alike: pictures, product cards, carts, ticks. Nothing here knows where the data is from.

/**
 * The picture of a product, or a placeholder.
 * @param {{ image: string | null, title?: string } | null | undefined} product
 * @returns {HTMLElement}
 */
export function productPicture(product) {
  const address = safeAddress(product?.image ?? undefined);
  const frame = h('span', { class: 'picture' });
  const none = () => frame.replaceChildren(icon(icons.catalog));
  if (address === null) {
    none();
  } else {
    // The title is beside the picture, so a screen reader need not announce the picture.
    frame.append(h('img', { src: address, alt: '', referrerpolicy: 'no-referrer', onerror: none }));
  }
  return frame;
}

/**
 * The card of a cart: its first picture, how many pieces, and what they come to.
 * @param {HTMLElement} picture
 * @param {bigint | number} count
 * @param {string} total
 * @returns {HTMLElement}
 */
export function cartCard(picture, count, total) {
  return h('div', { class: 'cart-order' }, picture, h('span', { class: 'words' },
    h('span', { class: 'product-title' }, icon(icons.cart), ` ${count} ${BigInt(count) === 1n ? 'item' : 'items'}`),
    h('span', { class: 'price' }, total)));
}

/**
 * A line of a cart or an order.
 * @param {HTMLElement} picture
 * @param {string} title
 * @param {string | null} variant
 * @param {number | string} quantity
 * @param {string} price
 * @returns {HTMLElement}
 */
export function cartLine(picture, title, variant, quantity, price) {
  return h('div', { class: 'line' }, picture, h('span', { class: 'words' },
    h('span', { class: 'product-title' }, title),
    variant ? h('span', { class: 'product-variant' }, variant) : null,
    h('span', { class: 'product-description' }, `Quantity ${quantity}`),
    h('span', { class: 'price' }, price)));
}

/**
 * The head of a product list: pictures of its first items, its title, and the number of items.
 * @param {HTMLElement[]} pictures
 * @param {string} title
 * @param {HTMLElement} about how many items there are, or why they cannot be shown
 * @returns {HTMLElement[]}
 */
export function listHead(pictures, title, about) {
  return [
    h('span', { class: 'pictures' }, ...pictures),
    h('span', { class: 'words' }, title ? h('span', { class: 'product-title' }, title) : null, about),
  ];
}

/** The delivery status of a message. @param {readonly string[]} statuses @returns {HTMLElement | null} */
export function ticks(statuses) {
  const has = (/** @type {string} */ status) => statuses.includes(status);
  if (has('failed')) {
    return tick('failed', 'Failed', icons.failed);
  }
  if (has('played')) {
    return tick('played', 'Played', icons.played);
  }
  if (has('read')) {
    return tick('read', 'Read', icons.twoTicks);
  }
  if (has('delivered')) {
    return tick('delivered', 'Delivered', icons.twoTicks);
  }
  return has('sent') ? tick('sent', 'Sent', icons.oneTick) : null;
}

/** @param {string} status @param {string} label @param {string} shape */
function tick(status, label, shape) {
  return h('span', { class: `ticks ${status}`, role: 'img', 'aria-label': label }, icon(shape), status === 'failed' ? ' Not delivered' : null);
}
