import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';
import { redraw } from './live.js';
import { productPicture } from './drawing.js';
import { Sheet } from './sheet.js';
import { variantWords } from './shop.js';
import { stepper } from './stepper.js';

/** @typedef {import('../core/types').CartLine} CartLine */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** Opens the cart, which can be changed and sent. It follows the catalog while it is open. @param {CustomerPhone} phone */
export function openCartSheet(phone) {
  const { cart } = phone;
  const sheet = new Sheet(phone, 'Your cart', { look: 'page', name: 'cart' });
  const lines = h('ul', { class: 'lines' });
  const total = h('p', { class: 'total', 'aria-live': 'polite' });
  const note = /** @type {HTMLTextAreaElement} */ (h('textarea', { rows: 2, maxlength: 1024, placeholder: 'Add a note for the business' }));
  const send = /** @type {HTMLButtonElement} */ (h('button', { type: 'button', class: 'primary', onclick: () => sendCart() }, icon(icons.send), 'Send cart'));
  const empty = h('div', { class: 'empty' }, h('p', {}, 'Your cart is empty.'), h('button', {
    type: 'button', class: 'secondary', onclick: () => {
      phone.closeSheets();
      phone.openCatalog();
    },
  }, 'View the catalog'));
  const noteField = h('label', { class: 'phone-field' }, h('span', {}, 'Note'), note);

  const draw = () => {
    const { current } = cart;
    const isEmpty = current.lines.length === 0;
    redraw(lines, ...current.lines.map(line => lineOf(line, phone, draw)));
    redraw(total, h('span', {}, `Estimated total, ${current.count} ${current.count === 1 ? 'item' : 'items'}`), h('strong', {}, current.total?.text ?? ''));
    empty.hidden = !isEmpty;
    total.hidden = noteField.hidden = isEmpty;
    send.disabled = isEmpty;
  };
  const sendCart = async () => {
    send.disabled = true;
    const isSent = await phone.attempt(async () => {
      await cart.send(note.value.trim());
      return true;
    });
    if (isSent) {
      phone.closeSheets();
      phone.tell('Cart sent');
    } else {
      draw();
    }
  };

  cart.addEventListener('change', draw);
  sheet.onclose = () => cart.removeEventListener('change', draw);
  sheet.foot.append(send);
  draw();
  sheet.show(empty, lines, noteField, total);
  phone.attempt(() => cart.open());
}

/**
 * @param {CartLine} line
 * @param {CustomerPhone} phone
 * @param {() => void} draw restores what could not be changed
 */
function lineOf(line, phone, draw) {
  const variant = variantWords(store.product(line.retailerId));
  const item = variant ? `${line.title}, ${variant}` : line.title;
  const change = async (/** @type {number} */ quantity) => {
    await phone.attempt(() => phone.cart.put(line.retailerId, quantity));
    draw();
  };
  return h('li', { class: 'line', 'data-retailer-id': line.retailerId },
    h('button', { type: 'button', class: 'line-open', 'aria-label': `View ${item}`, onclick: () => phone.openProduct(line.retailerId) }, productPicture(line)),
    h('div', { class: 'words' },
      h('span', { class: 'product-title' }, line.title),
      variant ? h('span', { class: 'product-variant' }, variant) : null,
      h('span', { class: 'price' }, line.quantity > 1 ? `${line.total.text} (${line.price.text} each)` : line.total.text),
      h('div', { class: 'line-controls' }, stepper(item, line.quantity, change),
        h('button', { type: 'button', class: 'phone-button', 'aria-label': `Remove ${item}`, onclick: () => change(0) }, icon(icons.remove)))));
}
