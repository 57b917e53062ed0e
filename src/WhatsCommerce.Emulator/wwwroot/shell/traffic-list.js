import { post } from '../core/api.js';
import { fill, h, icon } from '../core/dom.js';
import { oncePerFrame } from '../core/frame.js';
import { drawKeyed } from '../core/keyed.js';
import { store } from '../core/store.js';
import { openConnectDialog } from './connect-dialog.js';
import { button, iconButton, input, select } from './controls.js';
import { counted } from './format.js';
import { follow } from './follow.js';
import { icons } from './icons.js';
import { roving } from './roving.js';
import { attempt } from './toast.js';
import { TrafficPanel } from './traffic-details.js';
import { grouped, isProblem, titleOf } from './traffic-groups.js';
import { drawTrafficRow, makeTrafficRow } from './traffic-row.js';

/** @typedef {import('../core/types').TrafficRow} TrafficRow */
/** @typedef {import('./traffic-groups.js').Group} Group */
/** @typedef {'all' | 'request' | 'webhook' | 'problem'} Kind */

/** The number of rows that are drawn at first; scrolling down draws more. Under load each drawing replaces them all. */
const firstRows = 60;

/** @type {Record<Kind, (row: TrafficRow) => boolean>} */
const kinds = {
  all: () => true,
  request: row => row.kind === 'request',
  webhook: row => row.kind === 'webhook',
  problem: isProblem,
};

/** The requests and webhooks, newest first, the statuses of a message under the request that has sent it; beside them the details of one. */
export class TrafficList extends HTMLElement {
  #search = input({ type: 'search', placeholder: 'Filter', 'aria-label': 'Filter the traffic by text' });
  #kind = select([['all', 'All'], ['request', 'Requests'], ['webhook', 'Webhooks'], ['problem', 'Problems only']],
    { 'aria-label': 'Kind of traffic' });
  #pause = iconButton('Pause', icons.pause, () => this.#setPaused(this.#held === null), { 'aria-pressed': 'false' });
  #count = h('p', { class: 'list-count' });
  #empty = h('div', { class: 'empty-state', hidden: true });
  #list = h('ol', { class: 'traffic-rows', role: 'list' });
  #scroller = h('div', { class: 'scroller' }, this.#list);
  #mark = roving(this.#list, 'button.traffic-row, button.traffic-status');
  #panel = new TrafficPanel({ order: () => this.#order(), moved: number => this.#show(number), closed: number => this.#return(number) });
  #limit = firstRows;
  /** The rows at the time of the pause. @type {TrafficRow[] | null} */ #held = null;
  /** What is listed now, newest first. @type {Group[]} */ #groups = [];
  #emptyReason = '';

  connectedCallback() {
    const clear = iconButton('Clear the traffic', icons.clear, () => attempt(() => this.#clear()));
    this.replaceChildren(h('div', { class: 'traffic-main' },
      h('div', { class: 'toolbar' }, this.#search, this.#kind, this.#pause, clear), this.#count, this.#empty, this.#scroller), this.#panel.element);
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
    const all = this.#held ?? store.rows;
    const shown = all.filter(kinds[this.#chosen]);
    // Problems and webhooks are looked for one by one; only beside the requests the statuses have a message to stand under.
    const groups = this.#chosen === 'problem' || this.#chosen === 'webhook' ? shown.map(row => ({ row, statuses: [] }))
      : grouped(all).filter(({ row }) => kinds[this.#chosen](row));
    const words = this.#search.value.trim().toLowerCase();
    this.#groups = groups.filter(({ row, statuses }) => words === '' || [row, ...statuses].some(each => textOf(each).includes(words))).reverse();
    drawKeyed(this.#list, this.#groups.slice(0, this.#limit), ({ row }) => row.number, group => makeTrafficRow(group, number => this.#panel.show(number)),
      (element, group) => drawTrafficRow(element, group, this.#panel.number));
    this.#mark();
    this.#drawCount(all.length);
    this.#panel.draw();
  }

  get #chosen() {
    return /** @type {Kind} */ (this.#kind.value);
  }

  /** The numbers of all that is listed, from top to bottom. */
  #order() {
    return this.#groups.flatMap(({ row, statuses }) => [row.number, ...statuses.map(status => status.number)]);
  }

  /** @param {number} all */
  #drawCount(all) {
    const found = this.#order().length;
    const newest = this.#held?.at(-1)?.number ?? 0;
    const newer = this.#held && (store.rows.at(-1)?.number ?? newest) - newest;
    this.#count.hidden = all === 0;
    this.#count.textContent = (found === all ? `The last ${all}` : `${found} of the last ${all}`)
      + (newer === null ? '' : ` · paused, ${counted(newer, 'newer one')}`);
    const reason = found > 0 ? '' : all === 0 ? 'nothing' : this.#chosen === 'problem' && this.#search.value.trim() === '' ? 'well' : 'filtered';
    if (reason !== this.#emptyReason) {
      this.#emptyReason = reason;
      this.#empty.hidden = reason === '';
      fill(this.#empty, ...this.#suggestion(reason));
    }
  }

  /** What to do when nothing is listed. @param {string} reason @returns {HTMLElement[]} */
  #suggestion(reason) {
    switch (reason) {
      case 'nothing': return [
        h('p', {}, 'Nothing yet. Write something on the phone, or send a message with your app: each request and each webhook appears here.'),
        h('div', { class: 'actions' },
          button('Say “Hi!” on the phone', () => attempt(sayHi), { class: 'button primary' }),
          button('Connect your app', () => store.settings && openConnectDialog(store.settings)))];
      case 'well': return [
        h('p', {}, 'No problems: nothing was refused, and every webhook was taken at once. The workbench provokes errors and lost webhooks.'),
        h('div', { class: 'actions' },
          button('Provoke one on the workbench', () => this.dispatchEvent(new CustomEvent('benchwanted', { bubbles: true }))), this.#allButton())];
      case 'filtered': return [h('p', {}, 'Nothing matches the filter.'), h('div', { class: 'actions' }, this.#allButton())];
      default: return [];
    }
  }

  #allButton() {
    return button('Show all', () => {
      this.#search.value = '';
      this.#kind.value = 'all';
      this.#draw();
      this.#kind.focus();
    });
  }

  /** Draws which row is opened, and scrolls to it. @param {number} number */
  #show(number) {
    this.#draw();
    this.#find(number)?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} number of the row whose details were closed */
  #return(number) {
    this.#draw();
    (this.#find(number) ?? this.#kind).focus();
  }

  /** @param {number} number @returns {HTMLElement | null} */
  #find(number) {
    return this.#list.querySelector(`[data-number='${number}']`);
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
  const title = titleOf(row, message => store.kindOf(message));
  return `${row.title} ${title} ${row.verdict} ${row.rule ?? ''} ${row.code ?? ''} ${row.status ?? ''} ${row.number}`.toLowerCase();
}

/** The customer on the phone writes. */
async function sayHi() {
  if (store.customerId === null) {
    throw new Error('There is no customer yet: make one on the left.');
  }
  await post(`/emulator/customers/${encodeURIComponent(store.customerId)}/messages`, { type: 'text', text: 'Hi!' });
}

customElements.define('traffic-list', TrafficList);
