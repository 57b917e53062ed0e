import { fill, h, safeAddress } from '../core/dom.js';
import { cartCard, cartLine, listHead, productPicture, ticks } from '../phone/drawing.js';
import { formatted } from '../phone/text-format.js';
import { eventWords, kindOf, timeOf } from './words.js';

/**
 * An entry of the chat, as the customer sees it; notes and events stand between.
 * @param {any} entry
 * @param {(id: string) => any} find
 * @returns {HTMLElement}
 */
export function entryElement(entry, find) {
  if (entry.kind === 'Event') {
    return h('p', { class: 'day event', 'data-type': entry.type }, `${timeOf(entry.at)} · ${eventWords(entry)}`);
  }
  if (entry.kind === 'Note') {
    return h('div', { class: 'note', 'data-kind': 'note' }, h('strong', {}, `Note of ${entry.by ?? 'the app'}`), h('p', {}, ...formatted(entry.text)), h('time', {}, timeOf(entry.at)));
  }
  const isCustomer = entry.author === 'Customer';
  const box = h('div', { class: 'bubble-box' });
  fill(box, quote(entry, find), ...content(entry), about(entry),
    h('div', { class: 'meta' }, isCustomer ? null : h('span', { class: 'author' }, authorOf(entry)), h('time', { datetime: new Date(entry.at).toISOString() }, timeOf(entry.at)),
      entry.status ? ticks([entry.status]) : null),
    entry.error ? h('p', { class: 'failure' }, entry.error) : null,
    entry.choices.length > 0 ? h('ul', { class: 'choices', 'aria-label': 'Buttons that the customer sees' }, ...entry.choices.map((/** @type {string} */ title) => h('li', {}, title))) : null);
  return h('article', {
    class: `bubble ${isCustomer ? 'outgoing' : 'incoming'}${entry.products.length > 0 ? ' wide' : ''}`, 'data-message-id': entry.id,
    'data-kind': entry.type ?? 'unknown', 'aria-label': `${isCustomer ? 'Customer' : authorOf(entry)}, ${timeOf(entry.at)}`,
  }, box);
}

/** @param {any} entry */
function authorOf(entry) {
  /** @type {Record<string, string>} */
  const names = { Storefront: 'Storefront', App: 'App', Other: 'Another program', Person: 'Phone' };
  return entry.by ?? names[entry.author] ?? entry.author;
}

/** @param {any} entry @returns {(HTMLElement | null)[]} */
function content(entry) {
  const isCart = entry.type === 'order' || entry.products.some((/** @type {any} */ product) => product.quantity > 0);
  const isPlain = entry.text && entry.type !== 'template' && entry.type !== null;
  return [
    isPlain || entry.type === 'text' || isCart || entry.products.length > 0 ? null : h('p', { class: 'kind' }, kindOf(entry.type)),
    entry.header && entry.products.length < 2 ? h('p', { class: 'text' }, h('strong', {}, entry.header)) : null,
    ...(isCart ? cart(entry) : products(entry)),
    entry.text ? h('div', { class: 'text' }, ...formatted(entry.text)) : null,
    entry.hasNoWords && entry.products.length === 0 ? h('p', { class: 'gone' }, 'The words were removed.') : null,
    entry.link ? h('p', { class: 'text' }, link(entry.link)) : null,
    entry.footer ? h('p', { class: 'footer' }, entry.footer) : null,
  ];
}

/** @param {string} address */
function link(address) {
  const href = safeAddress(address);
  return href === null ? address : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, new URL(href).host);
}

/** @param {any} entry @returns {HTMLElement[]} */
function cart(entry) {
  const count = entry.products.reduce((/** @type {number} */ sum, /** @type {any} */ product) => sum + product.quantity, 0);
  return [
    cartCard(productPicture(entry.products[0]), count, entry.total ? `${entry.total} (estimated total)` : 'No total'),
    h('ul', { class: 'lines' }, ...entry.products.map((/** @type {any} */ product) =>
      h('li', {}, cartLine(productPicture(product), product.name, null, product.quantity, product.price ?? '')))),
  ];
}

/** @param {any} entry @returns {HTMLElement[]} */
function products(entry) {
  if (entry.products.length === 0) {
    return [];
  }
  if (entry.products.length === 1) {
    return [card(entry.products[0])];
  }
  return [
    h('div', { class: 'product-card list-card' }, ...listHead(entry.products.slice(0, 3).map((/** @type {any} */ product) => productPicture(product)), entry.header ?? '',
      h('span', { class: 'product-description' }, `${entry.products.length} items`))),
    h('details', {}, h('summary', {}, 'What it shows'), h('ul', { class: 'lines' }, ...entry.products.map((/** @type {any} */ product) => h('li', {}, card(product))))),
  ];
}

/** @param {any} product */
function card(product) {
  return h('div', { class: 'product-card', 'data-retailer-id': product.id }, productPicture(product), h('span', { class: 'words' },
    h('span', { class: 'product-title' }, product.name), product.price ? h('span', { class: 'price' }, product.price) : null));
}

/** @param {any} entry */
function about(entry) {
  return entry.about ? h('p', { class: 'about' }, `About: ${entry.about}`) : null;
}

/** @param {any} entry @param {(id: string) => any} find */
function quote(entry, find) {
  if (!entry.repliesTo) {
    return null;
  }
  const quoted = find(entry.repliesTo);
  return h('div', { class: 'quote' }, h('span', { class: 'quote-words' },
    h('strong', {}, quoted ? quoted.author === 'Customer' ? 'Customer' : authorOf(quoted) : 'Earlier message'),
    h('span', {}, quoted ? (quoted.text ?? quoted.products[0]?.name ?? kindOf(quoted.type)).slice(0, 200) : '')));
}
