import { h } from '../core/dom.js';
import { oncePerFrame } from '../core/frame.js';
import { HeldOrder } from '../core/held-order.js';
import { drawKeyed } from '../core/keyed.js';
import { store } from '../core/store.js';
import { input } from './controls.js';
import './customer-card.js';
import { drawCustomerRow, makeCustomerRow } from './customer-row.js';
import { follow } from './follow.js';
import { roving } from './roving.js';

/** The number of customers above which a search is shown. */
const manyCustomers = 8;

/** The customers, newest activity first, and below them the settings of the selected one. */
export class CustomerList extends HTMLElement {
  #search = input({ type: 'search', placeholder: 'Find a customer', 'aria-label': 'Find a customer' });
  #toolbar = h('div', { class: 'toolbar', hidden: true }, this.#search);
  #list = h('ul', { class: 'customer-rows', role: 'list' });
  #empty = h('p', { class: 'list-count', hidden: true });
  #mark = roving(this.#list, 'button.customer-row');
  #ask = oncePerFrame(() => this.#draw());
  #order = new HeldOrder(this.#list, this.#ask);

  connectedCallback() {
    this.replaceChildren(this.#toolbar, this.#empty, h('div', { class: 'scroller' }, this.#list), h('customer-card'));
    this.#search.addEventListener('input', this.#ask);
    follow(['customers', 'selection'], () => this.#draw());
  }

  #draw() {
    const words = this.#search.value.trim().toLowerCase();
    const found = this.#order.of(store.customers, customer => customer.id)
      .filter(({ name, phone, userId }) => `${name} ${phone ?? ''} ${userId}`.toLowerCase().includes(words));
    this.#toolbar.hidden = store.customers.length <= manyCustomers && words === '';
    this.#empty.hidden = found.length > 0;
    this.#empty.textContent = words === '' ? 'Nobody here yet. Make a new customer.' : 'Nobody is called that. Try a part of the name or the number.';
    drawKeyed(this.#list, found, customer => customer.id, customer => makeCustomerRow(customer, id => this.#choose(id)),
      (element, customer) => drawCustomerRow(element, customer, customer.id === store.customerId));
    this.#mark();
  }

  /** @param {string} id */
  #choose(id) {
    store.select(id, id === store.customerId ? store.deviceId ?? undefined : undefined);
    this.dispatchEvent(new CustomEvent('customerchosen', { bubbles: true }));
  }
}

customElements.define('customer-list', CustomerList);
