import { fill, h } from '../core/dom.js';
import { oncePerFrame } from '../core/frame.js';
import { HeldOrder } from '../core/held-order.js';
import { drawKeyed } from '../core/keyed.js';
import { kindOf, nameOf, ownerOf, setNow, shortTime, windowLeft } from './words.js';

/** The list of conversations. A row is drawn again only when its conversation has changed. */
export class ConversationList {
  /** @type {Map<string, any>} */
  #rows = new Map();
  /** @type {WeakMap<Element, string>} */
  #drawn = new WeakMap();
  #list = h('ul', { class: 'rows', 'aria-label': 'Conversations' });
  #filter = h('input', { type: 'search', class: 'input', 'aria-label': 'Find a conversation', placeholder: 'Find a conversation' });
  #unread = h('input', { type: 'checkbox', class: 'switch', role: 'switch', id: 'only-unread' });
  #none = h('p', { class: 'hint', role: 'status' });
  #later = oncePerFrame(() => this.#draw());
  #order = new HeldOrder(this.#list, this.#later);

  /** @param {{ agent: string, open: (customer: string) => void, current: () => string | null }} page */
  constructor(page) {
    this.page = page;
    this.element = h('nav', { class: 'list', 'aria-label': 'Conversations' },
      h('div', { class: 'list-head' }, h('h1', {}, 'Inbox'), this.#filter,
        h('label', { class: 'toggle', for: 'only-unread' }, 'Unread only', this.#unread)), this.#none, this.#list);
    this.#filter.addEventListener('input', () => this.#draw());
    this.#unread.addEventListener('change', () => this.#draw());
    this.#list.addEventListener('keydown', event => this.#move(/** @type {KeyboardEvent} */ (event)));
    setInterval(this.#later, 60_000);
  }

  /** @param {any[]} rows */
  update(rows) {
    if (rows.length > 0) {
      setNow(rows[0].now);
    }
    for (const row of rows) {
      const known = this.#rows.get(row.customer);
      if (known === undefined || row.version >= known.version) {
        this.#rows.set(row.customer, row);
      }
    }
    this.#later();
  }

  /** @param {string} customer */
  row(customer) {
    return this.#rows.get(customer);
  }

  refresh() {
    this.#draw();
  }

  #draw() {
    const words = /** @type {HTMLInputElement} */ (this.#filter).value.trim().toLowerCase();
    const onlyUnread = /** @type {HTMLInputElement} */ (this.#unread).checked;
    const latest = [...this.#rows.values()]
      .sort((left, right) => right.lastAt - left.lastAt || (left.customer < right.customer ? -1 : 1));
    const shown = this.#order.of(latest, row => row.customer)
      .filter(row => (!onlyUnread || row.unread > 0 || row.customer === this.page.current()) && (words === '' || `${nameOf(row)} ${row.address} ${row.preview}`.toLowerCase().includes(words)));
    drawKeyed(this.#list, shown, row => row.customer, row => this.#makeRow(row), (item, row) => this.#drawRow(item, row));
    this.#none.textContent = shown.length === 0 ? 'There is no conversation.' : '';
  }

  /** @param {any} row */
  #makeRow({ customer }) {
    return h('li', {}, h('button', { type: 'button', 'data-customer': customer, onclick: () => this.page.open(customer) }));
  }

  /** @param {Element} item @param {any} row */
  #drawRow(item, row) {
    const isCurrent = row.customer === this.page.current();
    const left = windowLeft(row.windowEndsAt);
    const key = `${row.version} ${left} ${isCurrent} ${shortTime(row.lastAt)}`;
    if (key === this.#drawn.get(item)) {
      return;
    }
    this.#drawn.set(item, key);
    const button = /** @type {Element} */ (item.firstElementChild);
    button.setAttribute('class', `row${row.unread > 0 ? ' unread' : ''}`);
    button.setAttribute('aria-current', isCurrent ? 'true' : 'false');
    fill(button,
      h('span', { class: 'row-line' }, h('strong', {}, nameOf(row)), h('time', {}, shortTime(row.lastAt))),
      h('span', { class: 'row-line' }, h('span', { class: 'preview' }, row.preview ?? kindOf(row.lastKind)),
        row.unread > 0 ? h('span', { class: 'badge' }, `${row.unread}`, h('span', { class: 'visually-hidden' }, ' unread')) : null),
      h('span', { class: 'row-line small' }, h('span', { class: `owner ${row.owner.toLowerCase()}` }, ownerOf(row, this.page.agent)),
        h('span', { class: left === 'Window closed' ? 'closed' : '' }, left)));
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const item = document.activeElement?.closest('li');
    if (step !== 0 && item) {
      const next = step > 0 ? item.nextElementSibling : item.previousElementSibling;
      /** @type {HTMLElement | null | undefined} */ (next?.querySelector('button'))?.focus();
      event.preventDefault();
    }
  }
}
