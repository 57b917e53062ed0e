import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { openCalls } from './calls.js';
import { icons } from './icons.js';
import { live, redraw } from './live.js';
import { hasCart, isCatalogOpen } from './shop.js';

/** @typedef {import('../core/types').Customer} Customer */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** The header of the phone: its owner and device, and below that the business. */
export class PhoneHeader {
  status = h('div', { class: 'phone-status' });
  element = h('header', { class: 'phone-header' });

  /** @param {CustomerPhone} phone */
  constructor(phone) {
    this.phone = phone;
  }

  draw() {
    const { customer, settings } = store;
    const device = customer?.devices.find(({ id }) => id === store.deviceId);
    redraw(this.status, h('span', { class: 'phone-owner' }, customer?.name ?? 'No customer'),
      device ? h('span', { class: 'phone-device' }, device.name) : null,
      customer ? appPart(customer) : null);
    const name = settings?.business.name ?? 'Business';
    redraw(this.element, h('span', { class: 'phone-avatar', 'aria-hidden': 'true' }, [...name][0]?.toUpperCase()),
      h('div', { class: 'phone-title' }, h('h2', {}, name), h('p', {}, !store.isConnected ? 'connecting…' : store.isTyping ? 'typing…' : 'Business account')),
      live(() => isCatalogOpen()
        ? h('button', { type: 'button', class: 'phone-button', 'aria-label': 'View catalog of the business', onclick: () => this.phone.openCatalog() }, icon(icons.catalog))
        : null),
      live(() => store.settings?.calling.showsButton === true
        ? h('button', { type: 'button', class: 'phone-button', 'aria-label': 'Calls with the business', onclick: () => openCalls(this.phone) }, icon(icons.phone))
        : null),
      cartButton(this.phone));
  }
}

/**
 * The button that opens the cart; none when customers cannot order.
 * @param {CustomerPhone} phone
 * @returns {HTMLElement}
 */
export function cartButton(phone) {
  return live(() => {
    const { count } = phone.cart.current;
    const label = `Cart, ${count} ${count === 1 ? 'item' : 'items'}`;
    return hasCart()
      ? h('button', { type: 'button', class: 'phone-button cart-button', 'aria-label': label, onclick: () => phone.openCart() },
        icon(icons.cart), count > 0 ? h('span', { class: 'cart-badge', 'aria-hidden': 'true' }, count) : null)
      : null;
  }, { follows: phone.cart });
}

/** @param {Customer} customer */
function appPart({ app }) {
  const words = `${app.platform === 'ios' ? 'iOS' : 'Android'} ${app.version}`;
  return h('span', { class: app.isOld ? 'phone-app old' : 'phone-app' }, app.isOld ? `${words} (old app)` : words);
}
