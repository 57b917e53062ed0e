import { get, post } from '../core/api.js';
import { store } from '../core/store.js';

/** @typedef {import('../core/types').Cart} Cart */

/** @type {Cart} */
const empty = { lines: [], count: 0, total: null, notices: [] };

/** The cart of the device on the screen: each device has its own. Fires `change` whenever it changes. */
export class DeviceCart extends EventTarget {
  current = empty;
  #request = 0;

  get path() {
    return `/emulator/customers/${encodeURIComponent(store.customerId ?? '')}/devices/${encodeURIComponent(store.deviceId ?? '')}`;
  }

  /** The quantity of an item in the cart. @param {string} retailerId */
  quantityOf(retailerId) {
    return this.current.lines.find(line => line.retailerId === retailerId)?.quantity ?? 0;
  }

  /** Clears the cart of the previous device. */
  clear() {
    this.#request++;
    this.#show(empty);
  }

  read() {
    return this.#take(() => get(`${this.path}/cart`));
  }

  /** Reads it with the current products, and with notices of what has changed since. */
  open() {
    return this.#take(() => post(`${this.path}/cart/open`));
  }

  /** @param {string} retailerId @param {number} quantity 0 removes it */
  put(retailerId, quantity) {
    return this.#take(() => post(`${this.path}/cart`, { retailerId, quantity }));
  }

  dismiss() {
    return this.#take(() => post(`${this.path}/cart/dismiss`));
  }

  /** @param {string} note */
  async send(note) {
    const number = ++this.#request;
    await post(`${this.path}/cart/send`, { note });
    if (number === this.#request) {
      this.#show(empty);
    }
  }

  /** Only the response to the last request is shown: an earlier one has an older cart. @param {() => Promise<Cart>} ask */
  async #take(ask) {
    if (store.customerId === null || store.deviceId === null) {
      return;
    }
    const number = ++this.#request;
    const cart = await ask();
    if (number === this.#request) {
      this.#show(cart);
    }
  }

  /** @param {Cart} cart */
  #show(cart) {
    this.current = cart;
    this.dispatchEvent(new Event('change'));
  }
}
