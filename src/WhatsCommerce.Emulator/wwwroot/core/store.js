import { get } from './api.js';
import { whenReleased } from './press.js';

/** @typedef {import('./types').Customer} Customer */
/** @typedef {import('./types').Entry} Entry */
/** @typedef {import('./types').Product} Product */
/** @typedef {import('./types').Settings} Settings */
/** @typedef {import('./types').TrafficRow} TrafficRow */
/** @typedef {import('./types').Versions} Versions */
/** @typedef {'settings' | 'customers' | 'chat' | 'products' | 'traffic' | 'selection' | 'connection'} Part */

const keptEntries = 300;
const keptRows = 300;
/** How long WhatsApp shows a typing indicator, plus some margin, in milliseconds. */
const typingTime = 26_000;
/** The least interval between two reads of a busy emulator, in milliseconds. */
const readingPause = 200;
/** The time until a connection that the browser has closed is retried, in milliseconds. */
const connectionPause = 2000;

/**
 * The state of the page. The emulator only notifies of changes; the store then reads what has changed since, so that nothing is missed
 * after a lost connection, and a busy emulator is read no more often than the page can draw. Parts of the page listen to it:
 * `store.addEventListener('chat', ...)`.
 */
export class Store extends EventTarget {
  /** @type {Settings | null} */ settings = null;
  /** @type {Customer[]} */ customers = [];
  /** @type {string | null} */ customerId = null;
  /** @type {string | null} */ deviceId = null;
  /** The chat of the selected customer, oldest first. @type {Entry[]} */ entries = [];
  /** Whether the chat was read since the customer was selected. */ isChatRead = false;
  isTyping = false;
  /** The newest traffic, oldest first. @type {TrafficRow[]} */ rows = [];
  /** The last attempt to deliver a webhook to the app. @type {import('./types').Attempt | null} */ app = null;
  isConnected = false;

  /** @type {Map<string, Product | null>} */ #products = new Map();
  /** @type {Set<string>} */ #wanted = new Set();
  /** @type {Versions | null} */ #versions = null;
  #chatRevision = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #typingEnd;
  #trafficRevision = 0;
  /** @type {Promise<void>} */ #reading = Promise.resolve();
  /** @type {Versions | null} */ #next = null;
  #readAt = 0;

  /** Starts following the emulator. */
  connect() {
    const events = new EventSource('/emulator/events');
    events.addEventListener('version', event => this.#follow(JSON.parse(event.data)));
    events.addEventListener('open', () => whenReleased(() => this.#setConnected(true)));
    events.addEventListener('error', () => {
      whenReleased(() => this.#setConnected(false));
      // The browser reconnects by itself, but not after a response that was not a stream.
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(() => this.connect(), connectionPause);
      }
    });
  }

  /** The selected customer. @returns {Customer | null} */
  get customer() {
    return this.customers.find(customer => customer.id === this.customerId) ?? null;
  }

  /**
   * The kind of a message that the business has sent, such as `interactive product_list`; null when it is not known any more.
   * @param {string} message
   * @returns {string | null}
   */
  kindOf(message) {
    return this.rows.find(row => row.kind === 'request' && row.message === message)?.subject
      ?? this.entries.find(entry => entry.id === message)?.kind.replace('.', ' ') ?? null;
  }

  /**
   * Selects a customer, or a device of one.
   * @param {string} customerId
   * @param {string} [deviceId] the first one by default
   */
  select(customerId, deviceId) {
    const isOther = customerId !== this.customerId;
    this.customerId = customerId;
    this.deviceId = deviceId ?? this.customer?.devices[0]?.id ?? null;
    if (isOther) {
      this.entries = [];
      this.isChatRead = false;
      this.#chatRevision = 0;
    }
    this.#tell('selection');
    if (isOther) {
      this.#tell('chat');
      this.#queue(() => this.#readChat());
    }
  }

  /**
   * Returns a product of the current catalog: undefined while it is being read, null when the catalog does not contain it. Products that
   * were requested once are read again whenever the catalog changes.
   * @param {string} retailerId
   * @returns {Product | null | undefined}
   */
  product(retailerId) {
    if (!this.#products.has(retailerId) && !this.#wanted.has(retailerId)) {
      this.#wanted.add(retailerId);
      queueMicrotask(() => this.#queue(() => this.#readProducts()));
    }
    return this.#products.get(retailerId);
  }

  /** @param {Versions} versions */
  #follow(versions) {
    // Of several versions that arrive during a read only the last one counts.
    const isWaiting = this.#next !== null;
    this.#next = versions;
    if (!isWaiting) {
      setTimeout(() => this.#queue(() => this.#readAll()), Math.max(0, this.#readAt + readingPause - performance.now()));
    }
  }

  async #readAll() {
    const [before, now] = [this.#versions, /** @type {Versions} */ (this.#next)];
    this.#next = null;
    this.#readAt = performance.now();
    // A restarted emulator counts from the beginning.
    if (before && Object.keys(now).some(part => now[/** @type {keyof Versions} */ (part)] < before[/** @type {keyof Versions} */ (part)])) {
      this.entries = [];
      this.rows = [];
      this.#chatRevision = this.#trafficRevision = 0;
      this.deviceId = null;
    }
    const changed = (/** @type {keyof Versions} */ part) => before === null || before[part] !== now[part];
    await Promise.all([
      changed('settings') || changed('catalog') ? this.#readSettings() : null,
      changed('customers') || changed('chats') ? this.#readCustomers() : null,
      changed('chats') ? this.#readChat() : null,
      changed('catalog') ? this.#readProducts(true) : null,
      // A callback that is connected anew has been sent nothing yet.
      changed('traffic') || changed('settings') ? this.#readTraffic() : null,
    ]);
    this.#versions = now;
  }

  async #readSettings() {
    this.settings = await get('/emulator/settings');
    this.#tell('settings');
  }

  async #readCustomers() {
    this.customers = await get('/emulator/customers');
    this.#tell('customers');
    if (this.customer === null && this.customers.length > 0) {
      this.select(this.customers[0].id);
    } else if (this.customer !== null && this.deviceId === null) {
      this.select(this.customer.id);
    }
  }

  async #readChat() {
    const id = this.customerId;
    if (id === null) {
      return;
    }
    /** @type {import('./types').Chat} */
    const chat = await get(`/emulator/customers/${encodeURIComponent(id)}/chat?since=${this.#chatRevision}`);
    if (id !== this.customerId) {
      return;
    }
    this.#chatRevision = chat.revision;
    this.isChatRead = true;
    this.isTyping = chat.isTyping;
    clearTimeout(this.#typingEnd);
    if (chat.isTyping) {
      // The emulator does not notify when typing ends.
      this.#typingEnd = setTimeout(() => this.#queue(() => this.#readChat()), typingTime);
    }
    this.entries = merge(this.entries, chat.entries, entry => entry.id, keptEntries);
    this.#tell('chat');
  }

  async #readTraffic() {
    /** @type {import('./types').Traffic} */
    const traffic = await get(`/emulator/traffic?since=${this.#trafficRevision}`);
    this.#trafficRevision = traffic.revision;
    this.app = traffic.app;
    const rows = this.rows.concat(traffic.rows);
    // A changed row may be older than the rows that are kept.
    const kept = merge([], rows, row => row.number, rows.length).filter(row => row.number >= traffic.oldest);
    this.rows = kept.sort((one, other) => one.number - other.number).slice(-keptRows);
    this.#tell('traffic');
  }

  /** @param {boolean} [again] */
  async #readProducts(again = false) {
    const ids = again ? [...new Set([...this.#products.keys(), ...this.#wanted])] : [...this.#wanted];
    this.#wanted.clear();
    // The length of a URL is limited.
    for (let start = 0; start < ids.length; start += 50) {
      const part = ids.slice(start, start + 50);
      /** @type {import('./types').Products} */
      const found = await get('/emulator/products?' + new URLSearchParams(part.map(id => ['ids', id])));
      part.forEach(id => this.#products.set(id, found.products.find(product => product.retailerId === id) ?? null));
    }
    if (ids.length > 0 || again) {
      this.#tell('products');
    }
  }

  /** Runs one read after the other, so that an older response never replaces a newer one. @param {() => Promise<unknown>} read */
  #queue(read) {
    this.#reading = this.#reading.then(read).then(() => undefined, error => {
      this.#versions = null;
      console.warn('The emulator could not be read:', error.message);
    });
  }

  /** @param {boolean} isConnected */
  #setConnected(isConnected) {
    if (this.isConnected !== isConnected) {
      this.isConnected = isConnected;
      this.#tell('connection');
    }
  }

  /** @param {Part} part */
  #tell(part) {
    this.dispatchEvent(new Event(part));
  }
}

/** The one store of the page. */
export const store = new Store();

/**
 * Replaces changed items, appends new ones, and removes the oldest beyond the limit.
 * @template T
 * @param {T[]} items
 * @param {T[]} changes
 * @param {(item: T) => unknown} id
 * @param {number} limit
 * @returns {T[]}
 */
function merge(items, changes, id, limit) {
  const byId = new Map(items.map(item => [id(item), item]));
  changes.forEach(item => byId.set(id(item), item));
  return [...byId.values()].slice(-limit);
}
