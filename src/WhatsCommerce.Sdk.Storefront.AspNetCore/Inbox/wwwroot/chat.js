import { fill, h, icon } from '../core/dom.js';
import { icons } from '../phone/icons.js';
import { act, get, newKey } from './api.js';
import { ask } from './ask.js';
import { entryElement } from './entry.js';
import { ProductPicker } from './picker.js';
import { nameOf, now, ownerOf, windowLeft } from './words.js';

/** @typedef {{ agent: string, templates: { name: string, language: string }[], hasSearch: boolean, hasCheckout: boolean }} Setup */

// What is further back is read again when somebody scrolls there.
const mostEntries = 300;

/** The conversation that is open: its chat, what can be done, and where words are written. */
export class Chat {
  /** @type {string | null} */
  customer = null;
  /** @type {any} */
  #chat = null;
  /** @type {Map<string, { entry: any, element: HTMLElement, drawn: string }>} */
  #entries = new Map();
  #isLoading = false;
  #isStale = false;
  #hasMore = false;
  #key = newKey();
  #typed = 0;
  #writing = h('p', { class: 'writing', role: 'status' });
  #head = h('header', { class: 'chat-head' });
  #list = h('div', { class: 'log-list' });
  #log = h('div', { class: 'log', tabindex: '0', role: 'log', 'aria-label': 'Messages' }, this.#list);
  #older = h('button', { type: 'button', class: 'button small older', onclick: () => this.#loadOlder() }, 'Earlier messages');
  #acts = h('div', { class: 'acts', role: 'group', 'aria-label': 'Actions' });
  #orders = h('section', { class: 'orders', 'aria-label': 'Orders' });
  #text = /** @type {HTMLTextAreaElement} */ (h('textarea', { class: 'input', rows: '2', maxlength: '4096', 'aria-label': 'Message', placeholder: 'Write a message' }));
  #send = h('button', { type: 'submit', class: 'button primary' }, 'Send');
  #form = h('form', { class: 'write' }, this.#text, this.#send);
  #problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  #none = h('p', { class: 'none' }, 'Choose a conversation.');
  #body = h('div', { class: 'chat-body', hidden: true });

  /** @param {Setup} setup @param {{ changed: () => void, close: () => void, pick: (customer: string) => any }} page */
  constructor(setup, page) {
    this.setup = setup;
    this.page = page;
    this.picker = new ProductPicker(ids => this.do('products', { products: ids, key: newKey() }));
    this.#body.append(this.#head, h('customer-phone', { class: 'as-seen' }, h('div', { class: 'chat' }, this.#log)), this.#writing, this.#orders, this.#problem, this.#acts, this.#form);
    this.element = h('main', { class: 'chat-pane', 'aria-label': 'Conversation' }, this.#none, this.#body, this.picker.dialog);
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      this.#sendText();
    });
    this.#text.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#sendText();
      }
    });
    this.#text.addEventListener('input', () => this.#tellWriting());
  }

  /** @param {string} customer */
  async open(customer) {
    this.customer = customer;
    this.#entries.clear();
    this.#chat = null;
    fill(this.#list);
    this.#tell(null);
    this.#none.hidden = true;
    this.#body.hidden = false;
    this.#writing.textContent = '';
    this.#text.value = '';
    await this.load();
    this.#text.focus();
    if (this.#chat?.row.unread > 0 && this.#isMine()) {
      act(customer, 'read');
    }
  }

  close() {
    this.customer = null;
    this.#body.hidden = true;
    this.#none.hidden = false;
  }

  /** Reads the newest page; once more when something has changed meanwhile. */
  async load() {
    if (this.#isLoading) {
      this.#isStale = true;
      return;
    }
    this.#isLoading = true;
    const customer = this.customer;
    try {
      const chat = customer === null ? null : await get(`conversations/${encodeURIComponent(customer)}`);
      if (chat !== null && customer === this.customer) {
        this.#chat = chat;
        this.#hasMore = this.#entries.size === 0 ? chat.hasMore : this.#hasMore;
        this.#draw(chat.entries);
      }
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : 'The conversation could not be read.');
    } finally {
      this.#isLoading = false;
    }
    if (this.#isStale) {
      this.#isStale = false;
      await this.load();
    }
  }

  /** @param {string} by */
  writing(by) {
    this.#writing.textContent = `${by} is writing…`;
    clearTimeout(this.#typed);
    this.#typed = window.setTimeout(() => { this.#writing.textContent = ''; }, 6_000);
  }

  /** Does something in this conversation, and tells what went wrong. @param {string} what @param {object} [body] @returns {Promise<boolean>} */
  async do(what, body = {}) {
    if (this.customer === null) {
      return false;
    }
    const problem = await act(this.customer, what, body);
    this.#tell(problem);
    await this.load();
    return problem === null;
  }

  async #loadOlder() {
    const first = Math.min(...[...this.#entries.values()].map(({ entry }) => entry.sequence));
    const chat = await get(`conversations/${encodeURIComponent(this.customer ?? '')}?before=${first}`).catch(() => null);
    if (chat !== null) {
      const height = this.#log.scrollHeight;
      this.#hasMore = chat.hasMore;
      this.#draw(chat.entries);
      this.#log.scrollTop += this.#log.scrollHeight - height;
    }
  }

  /** @param {any[]} entries */
  #draw(entries) {
    const isAtEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 80;
    for (const entry of entries) {
      const drawn = JSON.stringify(entry);
      const known = this.#entries.get(entry.id);
      if (known?.drawn !== drawn) {
        const element = entryElement(entry, id => this.#entries.get(id)?.entry);
        known?.element.replaceWith(element);
        this.#entries.set(entry.id, { entry, element, drawn });
      }
    }
    let inOrder = [...this.#entries.values()].sort((left, right) => left.entry.at - right.entry.at || left.entry.sequence - right.entry.sequence);
    if (isAtEnd && inOrder.length > mostEntries) {
      inOrder.slice(0, -mostEntries).forEach(({ entry }) => this.#entries.delete(entry.id));
      inOrder = inOrder.slice(-mostEntries);
      this.#hasMore = true;
    }
    fill(this.#list, this.#hasMore ? this.#older : null, ...inOrder.map(({ element }) => element));
    this.#drawHead();
    this.#drawActs();
    this.#drawOrders();
    if (isAtEnd) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
  }

  #isMine() {
    return this.#chat?.row.owner === 'Human' && this.#chat.row.assignee === this.setup.agent;
  }

  #drawHead() {
    const row = this.#chat.row;
    fill(this.#head,
      h('button', { type: 'button', class: 'icon-button back', 'aria-label': 'Back to the list', onclick: () => this.page.close() }, icon(icons.back)),
      h('div', { class: 'who' }, h('h2', {}, nameOf(row)), h('p', { class: 'hint' }, `${row.address ?? ''} · ${windowLeft(row.windowEndsAt)}`)),
      h('span', { class: `owner ${row.owner.toLowerCase()}`, 'data-owner': row.owner }, ownerOf(row, this.setup.agent)));
  }

  #drawActs() {
    const row = this.#chat.row;
    const isMine = this.#isMine();
    const isOpen = row.windowEndsAt > now();
    const other = row.owner === 'Human' && row.assignee !== null && !isMine ? row.assignee : null;
    const key = JSON.stringify([row.owner, row.assignee, isMine, isOpen, this.#chat.hasCart]);
    this.#text.disabled = !isMine || !isOpen;
    this.#text.placeholder = !isMine ? 'Take over to answer' : isOpen ? 'Write a message' : 'The window is closed: send a template';
    this.#send.toggleAttribute('disabled', !isMine || !isOpen);
    if (this.#acts.dataset.key === key) {
      return;
    }
    // Who has just pressed a button stays among the buttons.
    const hadFocus = this.#acts.contains(document.activeElement);
    this.#acts.dataset.key = key;
    const button = (/** @type {string} */ label, /** @type {() => void} */ onclick, look = '') => h('button', { type: 'button', class: `button ${look}`, onclick }, label);
    fill(this.#acts,
      isMine ? button('Give back', () => this.do('give-back'))
        : button(other ? `Take over from ${other}` : 'Take over', () => this.do('take', { insists: other !== null }), 'primary'),
      isMine && isOpen && this.setup.hasSearch ? button('Products', () => this.picker.open()) : null,
      isMine && isOpen && this.#chat.hasCart ? button('Payment link', () => this.do('offer', { key: newKey() })) : null,
      isMine && !isOpen && this.setup.templates.length > 0 ? button('Template', () => this.#sendTemplate()) : null,
      button('Note', () => this.#addNote()));
    if (hadFocus) {
      (isMine && isOpen ? this.#text : /** @type {HTMLElement} */ (this.#acts.firstElementChild)).focus();
    }
  }

  #drawOrders() {
    const key = JSON.stringify(this.#chat.orders);
    if (this.#orders.dataset.key === key) {
      return;
    }
    this.#orders.dataset.key = key;
    fill(this.#orders, ...this.#chat.orders.map((/** @type {any} */ order) => h('div', { class: 'order', 'data-order': order.number },
      h('span', {}, h('strong', {}, `Order ${order.number}`), ` ${order.total} · ${spaced(order.state)} · ${spaced(order.payment)}`),
      h('span', { class: 'actions' },
        order.canBeMarked ? h('button', { type: 'button', class: 'button small', 'aria-label': `Mark paid: order ${order.number}`, onclick: () => this.#markPaid(order) }, 'Mark paid') : null,
        order.refundable ? h('button', { type: 'button', class: 'button small', 'aria-label': `Refund order ${order.number}`, onclick: () => this.#refund(order) }, 'Refund') : null))));
  }

  async #sendText() {
    const text = this.#text.value.trim();
    if (text === '') {
      return;
    }
    // The key stays until it is done, so that a second try sends nothing twice.
    if (await this.do('text', { text, key: this.#key })) {
      this.#text.value = '';
      this.#key = newKey();
      this.#log.scrollTop = this.#log.scrollHeight;
    } else {
      this.#key = newKey();
    }
    this.#text.focus();
  }

  async #sendTemplate() {
    const template = this.setup.templates[0];
    const given = await ask('Send a template', [
      { name: 'template', label: `Template (${this.setup.templates.map(one => one.name).join(', ')})`, value: template.name, isRequired: true },
      { name: 'parameters', label: 'Values of its body, one a line', isLong: true },
    ], 'Send');
    const chosen = this.setup.templates.find(one => one.name === given?.template) ?? template;
    if (given) {
      await this.do('template', { template: chosen.name, language: chosen.language, parameters: given.parameters === '' ? [] : given.parameters.split('\n'), key: newKey() });
    }
  }

  async #addNote() {
    const given = await ask('Add a note', [{ name: 'text', label: 'Note, which the customer never sees', isRequired: true, isLong: true }], 'Add');
    if (given?.text) {
      await this.do('note', { text: given.text });
    }
  }

  /** @param {any} order */
  async #markPaid(order) {
    const given = await ask(`Mark order ${order.number} as paid`, [{ name: 'reason', label: 'Why, such as cash', isRequired: true }], 'Mark paid');
    if (given) {
      await this.do('mark-paid', { order: order.id, reason: given.reason });
    }
  }

  /** @param {any} order */
  async #refund(order) {
    const given = await ask(`Refund order ${order.number}`, [
      { name: 'amount', label: `Amount, at most ${order.refundable}`, value: String(order.refundableAmount), type: 'amount', isRequired: true },
      { name: 'reason', label: 'Why', isRequired: true },
    ], 'Refund');
    if (given) {
      const amount = Number(given.amount.replace(',', '.'));
      await this.do('refund', { order: order.id, amount: Number.isFinite(amount) ? amount : 0, reason: given.reason });
    }
  }

  #tellWriting() {
    const at = Date.now();
    if (this.customer !== null && at - (this.lastTold ?? 0) > 3_000) {
      this.lastTold = at;
      act(this.customer, 'writing');
    }
  }

  /** @param {string | null} problem */
  #tell(problem) {
    this.#problem.hidden = problem === null;
    this.#problem.textContent = problem ?? '';
  }
}

/** @param {string} word */
function spaced(word) {
  return word.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
