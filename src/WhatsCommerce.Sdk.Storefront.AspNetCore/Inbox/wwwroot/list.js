import { fill, h } from '../core/dom.js';
import { oncePerFrame } from '../core/frame.js';
import { kindOf, nameOf, ownerOf, setNow, shortTime, windowLeft } from './words.js';

/** The list of conversations. A row is drawn again only when its conversation has changed. */
export class ConversationList {
  /** @type {Map<string, { row: any, item: HTMLElement, drawn: string }>} */
  #rows = new Map();
  #list = h('ul', { class: 'rows', 'aria-label': 'Conversations' });
  #filter = h('input', { type: 'search', class: 'input', 'aria-label': 'Find a conversation', placeholder: 'Find a conversation' });
  #unread = h('input', { type: 'checkbox', class: 'switch', role: 'switch', id: 'only-unread' });
  #none = h('p', { class: 'hint', role: 'status' });
  #later = oncePerFrame(() => this.#draw());

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
      if (known === undefined) {
        this.#rows.set(row.customer, { row, item: h('li', {}), drawn: '' });
      } else if (row.version >= known.row.version) {
        known.row = row;
      }
    }
    this.#later();
  }

  /** @param {string} customer */
  row(customer) {
    return this.#rows.get(customer)?.row;
  }

  refresh() {
    this.#draw();
  }

  #draw() {
    const words = /** @type {HTMLInputElement} */ (this.#filter).value.trim().toLowerCase();
    const onlyUnread = /** @type {HTMLInputElement} */ (this.#unread).checked;
    const shown = [...this.#rows.values()]
      .filter(({ row }) => (!onlyUnread || row.unread > 0 || row.customer === this.page.current()) && (words === '' || `${nameOf(row)} ${row.address} ${row.preview}`.toLowerCase().includes(words)))
      .sort((left, right) => right.row.lastAt - left.row.lastAt || (left.row.customer < right.row.customer ? -1 : 1));
    for (const one of shown) {
      this.#drawRow(one);
    }
    const items = shown.map(({ item }) => item);
    // Moving a node takes the focus away: only what is out of place is moved.
    items.forEach((item, index) => {
      if (this.#list.children[index] !== item) {
        this.#list.insertBefore(item, this.#list.children[index] ?? null);
      }
    });
    while (this.#list.children.length > items.length) {
      this.#list.lastElementChild?.remove();
    }
    this.#none.textContent = shown.length === 0 ? 'There is no conversation.' : '';
  }

  /** @param {{ row: any, item: HTMLElement, drawn: string }} one */
  #drawRow(one) {
    const { row, item } = one;
    const isCurrent = row.customer === this.page.current();
    const left = windowLeft(row.windowEndsAt);
    const key = `${row.version} ${left} ${isCurrent} ${shortTime(row.lastAt)}`;
    if (key === one.drawn) {
      return;
    }
    one.drawn = key;
    const button = item.querySelector('button') ?? h('button', { type: 'button', onclick: () => this.page.open(row.customer) });
    button.setAttribute('class', `row${row.unread > 0 ? ' unread' : ''}`);
    button.setAttribute('aria-current', isCurrent ? 'true' : 'false');
    button.dataset.customer = row.customer;
    fill(button,
      h('span', { class: 'row-line' }, h('strong', {}, nameOf(row)), h('time', {}, shortTime(row.lastAt))),
      h('span', { class: 'row-line' }, h('span', { class: 'preview' }, row.preview ?? kindOf(row.lastKind)),
        row.unread > 0 ? h('span', { class: 'badge' }, `${row.unread}`, h('span', { class: 'visually-hidden' }, ' unread')) : null),
      h('span', { class: 'row-line small' }, h('span', { class: `owner ${row.owner.toLowerCase()}` }, ownerOf(row, this.page.agent)),
        h('span', { class: left === 'Window closed' ? 'closed' : '' }, left)));
    if (!button.isConnected) {
      item.append(button);
    }
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
