import { post } from '../core/api.js';
import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { iconButton, input, select } from './controls.js';
import { counted } from './format.js';
import { follow, oncePerFrame } from './frame.js';
import { icons } from './icons.js';
import { drawKeyed } from './keyed.js';
import { roving } from './roving.js';
import { attempt } from './toast.js';
import { openTrafficDetails } from './traffic-details.js';
import { drawTrafficRow, isProblem, makeTrafficRow } from './traffic-row.js';

/** @typedef {import('../core/types').TrafficRow} TrafficRow */

/** The number of rows that are drawn at first; scrolling down draws more. Under load each drawing replaces them all. */
const firstRows = 60;

/** @type {Record<string, (row: TrafficRow) => boolean>} */
const kinds = {
  all: () => true,
  request: row => row.kind === 'request',
  webhook: row => row.kind === 'webhook',
  problem: isProblem,
};

/** The requests and webhooks, newest first. */
export class TrafficList extends HTMLElement {
  #search = input({ type: 'search', placeholder: 'Filter', 'aria-label': 'Filter the traffic by text' });
  #kind = select([['all', 'All'], ['request', 'Requests'], ['webhook', 'Webhooks'], ['problem', 'Problems only']],
    { 'aria-label': 'Kind of traffic' });
  #pause = iconButton('Pause', icons.pause, () => this.#setPaused(this.#held === null), { 'aria-pressed': 'false' });
  #count = h('p', { class: 'list-count' });
  #list = h('ol', { class: 'traffic-rows', role: 'list' });
  #scroller = h('div', { class: 'scroller' }, this.#list);
  #mark = roving(this.#list, 'button.traffic-row');
  #limit = firstRows;
  /** The rows at the time of the pause. @type {TrafficRow[] | null} */ #held = null;

  connectedCallback() {
    const clear = iconButton('Clear the traffic', icons.clear, () => attempt(() => this.#clear()));
    this.replaceChildren(h('div', { class: 'toolbar' }, this.#search, this.#kind, this.#pause, clear), this.#count, this.#scroller);
    const ask = oncePerFrame(() => this.#draw());
    this.#search.addEventListener('input', ask);
    this.#kind.addEventListener('change', ask);
    this.#scroller.addEventListener('scroll', () => this.#grow(ask), { passive: true });
    // Nothing is drawn while another part of the page is shown in its place.
    new ResizeObserver(ask).observe(this);
    follow(['traffic'], () => this.#draw());
  }

  #draw() {
    if (this.offsetParent === null) {
      return;
    }
    const words = this.#search.value.trim().toLowerCase();
    const isKind = kinds[this.#kind.value];
    const all = this.#held ?? store.rows;
    const found = all.filter(row => isKind(row) && (words === '' || textOf(row).includes(words))).reverse();
    drawKeyed(this.#list, found.slice(0, this.#limit), row => row.number, row => makeTrafficRow(row, openTrafficDetails), drawTrafficRow);
    this.#mark();
    this.#count.textContent = this.#sentence(found.length, all.length);
  }

  /** @param {number} found @param {number} all */
  #sentence(found, all) {
    if (all === 0) {
      return 'Nothing yet. Write something on the phone, or send a message with your app.';
    }
    const newest = this.#held?.at(-1)?.number ?? 0;
    const newer = this.#held && (store.rows.at(-1)?.number ?? newest) - newest;
    return (found === all ? `The last ${all}` : `${found} of the last ${all}`) + (newer === null ? '' : ` · paused, ${counted(newer, 'newer one')}`);
  }

  /** @param {() => void} ask */
  #grow(ask) {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    if (scrollTop === 0 && this.#limit > firstRows) {
      this.#limit = firstRows;
      ask();
    } else if (scrollTop + clientHeight > scrollHeight - 400 && this.#list.childElementCount === this.#limit) {
      this.#limit += firstRows;
      ask();
    }
  }

  /** @param {boolean} isPaused */
  #setPaused(isPaused) {
    this.#held = isPaused ? store.rows : null;
    this.#pause.ariaPressed = String(isPaused);
    this.#pause.replaceChildren(icon(isPaused ? icons.play : icons.pause));
    this.#draw();
  }

  async #clear() {
    await post('/emulator/traffic/clear');
    this.#setPaused(false);
  }
}

/** @param {TrafficRow} row */
function textOf(row) {
  return `${row.title} ${row.subject ?? ''} ${row.verdict} ${row.rule ?? ''} ${row.code ?? ''} ${row.status ?? ''} ${row.number}`.toLowerCase();
}

customElements.define('traffic-list', TrafficList);
