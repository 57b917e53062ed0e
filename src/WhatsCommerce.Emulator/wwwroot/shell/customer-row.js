import { fill, h } from '../core/dom.js';
import { shortTime } from './format.js';

/** @typedef {import('../core/types').Customer} Customer */

const tints = 6;

/** @param {Customer} customer @param {(id: string) => void} choose */
export function makeCustomerRow(customer, choose) {
  return h('li', {}, h('button', { type: 'button', class: 'customer-row', tabindex: -1, onclick: () => choose(customer.id) }));
}

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @param {Element} element @param {Customer} customer @param {boolean} isChosen */
export function drawCustomerRow(element, customer, isChosen) {
  const row = /** @type {HTMLElement} */ (element.firstElementChild);
  row.setAttribute('aria-current', String(isChosen));
  const state = JSON.stringify(customer);
  if (drawn.get(element) === state) {
    return;
  }
  drawn.set(element, state);
  const { name, last, unread } = customer;
  fill(row,
    avatar(customer),
    h('span', { class: 'customer-name' }, name),
    last && h('time', { class: 'customer-time', datetime: last.at }, shortTime(last.at)),
    h('span', { class: 'customer-address' }, customer.phone ?? customer.userId),
    h('span', { class: 'customer-last' }, last ? `${last.author === 'business' ? 'Shop: ' : ''}${last.text}` : 'No messages yet'),
    unread > 0 && h('span', { class: 'badge' }, unread > 99 ? '99+' : unread, h('span', { class: 'visually-hidden' }, ' unread')),
    h('span', { class: 'marks' }, marksOf(customer).map(mark => h('span', { class: 'mark' }, mark))));
}

/** The distinguishing marks of a customer, as text. @param {Customer} customer */
export function marksOf({ isInsideWindow, app, hidesPhoneNumber }) {
  return [!isInsideWindow && 'window closed', app.isOld && 'old app', hidesPhoneNumber && 'hides number'].filter(mark => mark !== false);
}

/** A circle with initials. @param {Customer} customer */
export function avatar({ id, name }) {
  const initials = name.split(/\s+/).slice(0, 2).map(word => [...word][0] ?? '').join('').toUpperCase();
  const tint = [...id].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % tints;
  return h('span', { class: `avatar tint-${tint}`, 'aria-hidden': 'true' }, initials || '?');
}
