import { post } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, field, form, input, select, submitButton, toggle } from './controls.js';
import { openDialog } from './dialog.js';
import { follow } from './follow.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').Customer} Customer */
/** @typedef {import('../core/types').CustomerChange} CustomerChange */

/** The settings of the selected customer: device, window, read receipts, phone number, app. */
export class CustomerCard extends HTMLElement {
  #devices = h('div', { class: 'segments', role: 'group', 'aria-label': 'Device on the phone' });
  #addDevice = button('Add a second device', () => attempt(() => addDevice()), { class: 'button small' });
  #reads = toggle('Reads automatically', readsAutomatically => change({ readsAutomatically }));
  #hides = toggle('Hides phone number', hidesPhoneNumber => change({ hidesPhoneNumber }), 'The business gets a user id instead.');
  #window = button('Close the 24-hour window', () => change({ closeWindow: true }), { class: 'button small' });
  #app = button('', () => store.customer && openApp(store.customer), { class: 'button small' });
  #name = h('span');
  #shownDevices = '';

  connectedCallback() {
    const settings = h('details', { class: 'card-settings' }, h('summary', {}, h('h3', {}, this.#name)),
      h('div', { class: 'card-body' }, this.#reads.element, this.#hides.element, h('div', { class: 'actions' }, this.#window, this.#app)));
    this.replaceChildren(h('div', { class: 'card-devices' }, this.#devices, this.#addDevice), settings);
    follow(['customers', 'selection'], () => this.#draw());
  }

  #draw() {
    const { customer } = store;
    this.hidden = customer === null;
    if (customer === null) {
      return;
    }
    this.#name.textContent = `Settings of ${customer.name}`;
    this.#reads.show(customer.readsAutomatically);
    this.#hides.show(customer.hidesPhoneNumber);
    this.#window.disabled = !customer.isInsideWindow;
    this.#window.textContent = customer.isInsideWindow ? 'Close the 24-hour window' : '24-hour window is closed';
    const { platform, version, isOld } = customer.app;
    this.#app.textContent = `App: ${platform === 'ios' ? 'iOS' : 'Android'} ${version}${isOld ? ' (old)' : ''}`;
    this.#drawDevices(customer);
  }

  /** @param {Customer} customer */
  #drawDevices({ id, devices }) {
    this.#devices.hidden = devices.length < 2;
    this.#addDevice.hidden = devices.length >= 2;
    // Unchanged buttons are kept, so that the one with the focus keeps it.
    const state = JSON.stringify([id, devices]);
    if (state !== this.#shownDevices) {
      this.#shownDevices = state;
      fill(this.#devices, devices.map(device => {
        const choose = () => store.select(id, device.id);
        return h('button', { type: 'button', 'data-device': device.id, onclick: choose }, device.name);
      }));
    }
    for (const each of this.#devices.children) {
      each.setAttribute('aria-pressed', String(each.getAttribute('data-device') === store.deviceId));
    }
  }
}

/** @param {CustomerChange} changes */
function change(changes) {
  const id = store.customerId;
  return id === null ? undefined : attempt(() => post(`/emulator/customers/${encodeURIComponent(id)}`, changes)).then(done => {
    // A switch whose change was refused is reset.
    if (done === undefined) {
      store.dispatchEvent(new Event('customers'));
    }
  });
}

async function addDevice() {
  const id = store.customerId;
  if (id !== null) {
    /** @type {import('../core/types').Device} */
    const device = await post(`/emulator/customers/${encodeURIComponent(id)}/devices`, { name: 'Tablet' });
    store.select(id, device.id);
  }
}

/** @param {Customer} customer */
function openApp({ id, name, app }) {
  const platform = select([['android', 'Android'], ['ios', 'iOS']], {});
  platform.value = app.platform;
  const version = input({ required: true, value: app.version, inputmode: 'decimal' });
  const dialog = openDialog(`The app of ${name}`, form({}, async () => {
    await post(`/emulator/customers/${encodeURIComponent(id)}`, { platform: platform.value, version: version.value.trim() });
    dialog.close();
  }, h('p', {}, 'An app below the first version that knows products cannot receive product messages: the business gets a failed status.'),
  field('Platform', platform), field('WhatsApp version', version, 'Such as 2.21.9.15'), h('div', { class: 'actions' }, submitButton('Save'))));
}

customElements.define('customer-card', CustomerCard);
