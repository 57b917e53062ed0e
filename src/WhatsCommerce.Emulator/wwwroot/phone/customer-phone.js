import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { Alerts } from './alerts.js';
import { CallBar } from './call-bar.js';
import { DeviceCart } from './cart.js';
import { openCartSheet } from './cart-sheet.js';
import { openCatalogSheet } from './catalog-sheet.js';
import { ChatLog } from './chat-log.js';
import { Composer } from './composer.js';
import { redraw } from './live.js';
import { PhoneHeader } from './phone-header.js';
import { ProductPage } from './product-page.js';
import { canBeOrdered, catalogGone, hasCart, isCatalogOpen } from './shop.js';
import { most } from './stepper.js';

/** @typedef {import('../core/types').CustomerAction} CustomerAction */
/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('../core/types').OpenedProduct} OpenedProduct */

const cartPause = 1000;

/**
 * The phone of the selected customer: `<customer-phone>`. Its parts perform the customer's actions through it: errors
 * are shown on its screen.
 */
export class CustomerPhone extends HTMLElement {
  cart = new DeviceCart();
  alerts = new Alerts(() => this.focusAgain(null));
  chat = new ChatLog(this);
  composer = new Composer(this);
  #header = new PhoneHeader(this);
  #callBar = new CallBar(this);
  #unread = h('div', { class: 'unread' });
  #main = h('div', { class: 'phone-main' }, this.#header.element, this.chat.element, this.#unread, this.composer.element);
  /** The area that sheets cover. */
  stage = h('div', { class: 'phone-stage' }, this.#main);
  /** The open sheets, topmost last. @type {import('./sheet.js').Sheet[]} */ sheets = [];
  #selected = '';
  #notices = '';
  #cartDue = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #cartTimer;

  connectedCallback() {
    if (!this.hasChildNodes()) {
      this.append(h('section', { class: 'phone', 'aria-label': 'The customer’s phone' }, this.#header.status, this.#callBar.element, this.alerts.element, this.stage));
      this.cart.addEventListener('change', () => this.#onCart());
      store.addEventListener('selection', () => this.#onSelection());
      store.addEventListener('chat', () => this.#onChat());
      store.addEventListener('customers', () => this.#onCustomers());
      store.addEventListener('settings', () => this.#onCatalog());
      store.addEventListener('products', () => this.#onCatalog());
      store.addEventListener('connection', () => this.#drawHeader());
      document.addEventListener('keydown', event => this.#onKey(event));
    }
    this.#onSelection();
    this.#onChat();
  }

  /**
   * Runs an operation that may fail; then the phone shows the error.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined when it failed
   */
  async attempt(work) {
    try {
      return await work();
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error), { kind: 'error' });
      return undefined;
    }
  }

  /**
   * Shows a sentence above the screen until it is dismissed.
   * @param {string} text
   * @param {import('./alerts.js').Telling} [options]
   */
  tell(text, options) {
    this.alerts.tell(text, options);
  }

  /**
   * Performs an action of the customer.
   * @param {CustomerAction} action
   * @returns {Promise<boolean>} whether it was done
   */
  async act(action) {
    const done = await this.attempt(() => post(`/emulator/customers/${encodeURIComponent(store.customerId ?? '')}/messages`, action));
    if (done !== undefined && action.type !== 'forward' && action.type !== 'play') {
      this.chat.scrollToEnd();
    }
    return done !== undefined;
  }

  /** Audio or a video of the business is played: marked once. @param {Entry} entry */
  played(entry) {
    const isMarked = store.entries.find(({ id }) => id === entry.id)?.statuses.includes('played') ?? false;
    if (!isMarked) {
      this.act({ type: 'play', messageId: entry.id });
    }
  }

  /** @param {Entry} entry */
  replyTo(entry) {
    this.composer.refer({ entry });
  }

  /** @param {{ retailerId: string, title: string }} product */
  askAbout(product) {
    this.composer.refer({ about: { retailerId: product.retailerId, title: product.title } });
  }

  /** Shows an earlier message. @param {string} messageId */
  jumpTo(messageId) {
    if (!this.chat.jumpTo(messageId)) {
      this.tell('That message is no longer shown.');
    }
  }

  openCatalog() {
    if (isCatalogOpen()) {
      openCatalogSheet(this);
    } else {
      this.tell(catalogGone, { kind: 'error' });
    }
  }

  /** @param {string} retailerId */
  openProduct(retailerId) {
    if (isCatalogOpen()) {
      new ProductPage(this, retailerId).open();
    } else {
      this.tell(catalogGone, { kind: 'error' });
    }
  }

  openCart() {
    openCartSheet(this);
  }

  /**
   * Adds a quantity of an item to the cart, after the cart was fetched again.
   * @param {string} retailerId
   * @param {number} quantity
   * @returns {Promise<string[] | null>} what had changed; null when it could not be added
   */
  async addToCart(retailerId, quantity) {
    const opened = await this.attempt(() => /** @type {Promise<OpenedProduct>} */ (post(`${this.cart.path}/open`, { retailerId })));
    if (opened === undefined) {
      return null;
    }
    const { title } = opened.product;
    // What had changed is told with what becomes of it: the next notice would take its place.
    const tell = (/** @type {string} */ words, /** @type {import('./alerts.js').Telling} */ how = {}) => this.tell([...opened.changes, words].join('\n'), how);
    if (!canBeOrdered(opened.product)) {
      tell(`${title} is unavailable and cannot be added.`, { kind: 'error' });
      return null;
    }
    const held = this.cart.quantityOf(retailerId);
    if (held + quantity > most) {
      tell(`A cart holds at most ${most} of an item; it holds ${held} of ${title} already.`, { kind: 'error' });
      return null;
    }
    const isPut = await this.attempt(async () => {
      await this.cart.put(retailerId, held + quantity);
      return true;
    });
    if (!isPut) {
      return null;
    }
    tell(`${title} was added to the cart`);
    return opened.changes;
  }

  /** Makes everything but the topmost sheet inert. */
  arrangeSheets() {
    const layers = [...this.stage.children];
    layers.forEach((layer, index) => layer.toggleAttribute('inert', index < layers.length - 1));
  }

  closeSheets() {
    [...this.sheets].reverse().forEach(sheet => sheet.close());
  }

  /** Returns the focus to where it was before a sheet opened, or near it. @param {Element | null} opener */
  focusAgain(opener) {
    if (opener instanceof HTMLElement && this.stage.contains(opener) && opener.closest('[inert]') === null) {
      opener.focus({ preventScroll: true });
    } else if (this.sheets.length > 0) {
      this.sheets[this.sheets.length - 1].heading.focus();
    } else {
      this.chat.focus();
    }
  }

  /** Escape closes the topmost sheet, even when the element that had the focus was just removed. @param {KeyboardEvent} event */
  #onKey(event) {
    const isHere = document.activeElement === document.body || this.contains(document.activeElement);
    if (event.key === 'Escape' && isHere && !event.defaultPrevented && this.sheets.length > 0) {
      event.preventDefault();
      this.sheets[this.sheets.length - 1].close();
    }
  }

  #onSelection() {
    const selected = `${store.customerId} ${store.deviceId}`;
    if (selected !== this.#selected) {
      this.#selected = selected;
      this.closeSheets();
      this.alerts.clear();
      this.cart.clear();
      this.#refreshCart(0);
    }
    this.composer.follow();
    this.#drawHeader();
    this.chat.schedule();
  }

  #onChat() {
    this.#drawHeader();
    this.chat.schedule();
  }

  #onCustomers() {
    this.#drawHeader();
    this.#drawUnread();
    // Another browser may have changed the cart of this device.
    this.#refreshCart(cartPause);
  }

  #onCatalog() {
    this.#drawHeader();
    this.#refreshCart(0);
  }

  /** Reads the cart again, once for several changes (debounced). @param {number} pause in milliseconds */
  #refreshCart(pause) {
    const due = performance.now() + pause;
    if (due >= this.#cartDue) {
      return;
    }
    clearTimeout(this.#cartTimer);
    this.#cartDue = due;
    this.#cartTimer = setTimeout(() => {
      this.#cartDue = Infinity;
      if (hasCart()) {
        const isOpen = this.sheets.some(sheet => sheet.element.dataset.sheet === 'cart');
        this.attempt(() => isOpen ? this.cart.open() : this.cart.read());
      }
    }, pause);
  }

  #onCart() {
    const notices = this.cart.current.notices.join('\n');
    if (notices === this.#notices) {
      return;
    }
    this.#notices = notices;
    if (notices === '') {
      this.alerts.clear('cart');
    } else {
      this.tell(notices, { kind: 'warning', key: 'cart', ondismiss: () => this.attempt(() => this.cart.dismiss()) });
    }
  }

  #drawHeader() {
    this.#header.draw();
    this.#callBar.draw();
    this.#drawUnread();
  }

  #drawUnread() {
    const { customer } = store;
    const isWaiting = customer !== null && customer.unread > 0 && !customer.readsAutomatically;
    redraw(this.#unread, isWaiting
      ? h('button', { type: 'button', onclick: () => this.attempt(() => post(`/emulator/customers/${encodeURIComponent(customer.id)}/read`)) },
        `${customer.unread} unread ${customer.unread === 1 ? 'message' : 'messages'}: mark as read`)
      : null);
  }
}

customElements.define('customer-phone', CustomerPhone);
