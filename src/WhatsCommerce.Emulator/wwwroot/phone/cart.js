import { get, post } from '../core/api.js';
import { store } from '../core/store.js';

/** @typedef {import('../core/types').Cart} Cart */

/** @type {Cart} */
const empty = { lines: [], count: 0, total: null, notices: [] };

/** The cart of the device on the screen: each device has its own. `change` is told whenever it is another. */
export class DeviceCart extends EventTarget {
  current = empty;
  #request = 0;

  get path() {
    return `/emulator/customers/${encodeURIComponent(store.customerId ?? '')}/devices/${encodeURIComponent(store.deviceId ?? '')}`;
  }

  /** How many of an item it holds. @param {string} retailerId */
  quantityOf(retailerId) {
    return this.current.lines.find(line => line.retailerId === retailerId)?.quantity ?? 0;
  }

  /** Forgets what another device holds. */
  clear() {
    this.#request++;
    this.#show(empty);
  }

  read() {
    return this.#take(() => get(`${this.path}/cart`));
  }

  /** Reads it with the products as they are now, and with what has changed since. */
  open() {
    return this.#take(() => post(`${this.path}/cart/open`));
  }

  /** @param {string} retailerId @param {number} quantity 0 takes it out */
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

  /** Only the answer to the last question is shown: an older one tells of an older cart. @param {() => Promise<Cart>} ask */
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
