import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, toggle } from './controls.js';
import { follow } from './follow.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').SettingsChange} SettingsChange */

/** The shop's switches, and the selected customer's 24-hour window. */
export class BenchShop extends HTMLElement {
  #catalog = h('p', { class: 'hint' });
  #connected = toggle('Catalog connected', isCatalogConnected => change({ isCatalogConnected }),
    'Off: product messages are refused, links that were sent say so.');
  #visible = toggle('Catalog visible', isCatalogVisible => change({ isCatalogVisible }),
    'The shop button in the chat, and all that opens the catalog.');
  #cart = toggle('Cart enabled', isCartEnabled => change({ isCartEnabled }), 'Off: customers can look and ask, but not order.');
  #calls = toggle('Calls enabled', isCallingEnabled => change({ isCallingEnabled }), 'Off: calls and requests to call are refused.');
  #hidden = toggle('Hide phone numbers', hidePhoneNumbers => change({ hidePhoneNumbers }), 'All customers come with a user id alone.');
  #window = button('', () => closeWindow(), { class: 'button small' });

  connectedCallback() {
    this.replaceChildren(this.#catalog, this.#connected.element, this.#visible.element, this.#cart.element, this.#calls.element,
      this.#hidden.element,
      h('div', { class: 'actions' }, this.#window));
    follow(['settings', 'customers', 'selection'], () => this.#draw());
  }

  #draw() {
    const { settings, customer, customers } = store;
    this.#hidden.show(customers.length > 0 && customers.every(each => each.hidesPhoneNumber));
    this.#window.hidden = customer === null;
    this.#window.disabled = customer?.isInsideWindow === false;
    const words = customer?.isInsideWindow === false ? '24-hour window is closed:' : 'Close the 24-hour window of';
    this.#window.textContent = `${words} ${customer?.name}`;
    if (settings !== null) {
      const { catalog } = settings;
      this.#catalog.textContent = catalog.id === null ? 'No catalog is connected.' : `${catalog.name ?? 'Catalog'} · ${catalog.id} · ${catalog.count} ${catalog.count === 1 ? 'item' : 'items'}`;
      this.#connected.show(catalog.isConnected);
      this.#visible.show(catalog.isVisible);
      this.#cart.show(catalog.isCartEnabled);
      this.#calls.show(settings.calling.isEnabled);
    }
  }
}

/** @param {SettingsChange} changes */
async function change(changes) {
  if (await attempt(() => post('/emulator/settings', changes)) === undefined) {
    // A switch whose change was refused is reset.
    store.dispatchEvent(new Event('settings'));
  }
}

function closeWindow() {
  const { customerId } = store;
  return customerId === null ? undefined : attempt(() => post(`/emulator/customers/${encodeURIComponent(customerId)}`, { closeWindow: true }));
}

customElements.define('bench-shop', BenchShop);
