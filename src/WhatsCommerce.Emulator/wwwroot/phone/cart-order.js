import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { actionButton } from './buttons.js';
import { cartCard, cartLine, productPicture } from './drawing.js';
import { live } from './live.js';
import { decimal, moneyText, plus, times } from './money.js';
import { Sheet } from './sheet.js';
import { variantWords } from './shop.js';
import { formatted } from './text-format.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * A cart that the customer has sent. Its quantities and prices are those of that time; names and pictures are from the current catalog.
 * @param {any} order
 * @param {CustomerPhone} phone
 * @returns {import('./message.js').Content | null}
 */
export function cartOrder(order, phone) {
  const items = order?.product_items;
  if (!Array.isArray(items)) {
    return null;
  }
  const count = items.reduce((sum, item) => sum + BigInt(whole(item.quantity)), 0n);
  const card = live(() => cartCard(
    productPicture(store.product(String(items[0]?.product_retailer_id ?? ''))), count, `${total(items)} (estimated total)`));
  return {
    look: 'wide',
    parts: [card, order.text ? h('div', { class: 'text' }, ...formatted(order.text)) : null],
    buttons: [actionButton('View sent cart', () => openLines(items, phone))],
  };
}

/** @param {any[]} items @param {CustomerPhone} phone */
function openLines(items, phone) {
  const sheet = new Sheet(phone, 'Sent cart', { name: 'sent-cart' });
  sheet.show(h('ul', { class: 'lines' }, ...items.map(item => h('li', {}, live(() => {
    const id = String(item.product_retailer_id ?? '');
    const product = store.product(id);
    return cartLine(productPicture(product), product?.title ?? id, variantWords(product) || null, item.quantity ?? 1, linePrice(item));
  })))), h('p', { class: 'total' }, h('span', {}, 'Estimated total'), h('strong', {}, total(items))));
}

/** @param {any} item */
function linePrice(item) {
  const price = decimal(item.item_price);
  return price === null ? String(item.item_price ?? '') : moneyText(times(price, whole(item.quantity)), item.currency);
}

/** @param {any[]} items */
function total(items) {
  const prices = items.map(item => decimal(item.item_price));
  const isOneCurrency = new Set(items.map(item => item.currency)).size === 1;
  if (!isOneCurrency || prices.some(price => price === null)) {
    return 'No total';
  }
  const sum = prices.map((price, index) => times(/** @type {import('./money.js').Decimal} */ (price), whole(items[index].quantity))).reduce(plus);
  return moneyText(sum, items[0].currency);
}

/** @param {unknown} quantity */
function whole(quantity) {
  return /^\d{1,9}$/.test(String(quantity)) ? Number(quantity) : 1;
}
