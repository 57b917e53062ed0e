import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { counted, duration, timeOfDay } from './format.js';
import { icons } from './icons.js';
import { errorToneOf, titleOf, toneOf } from './traffic-groups.js';

/** @typedef {import('../core/types').TrafficRow} TrafficRow */
/** @typedef {import('./traffic-groups.js').Group} Group */

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/** @param {Group} group @param {(number: number) => void} open */
export function makeTrafficRow({ row }, open) {
  return h('li', {},
    h('button', { type: 'button', class: 'traffic-row', tabindex: -1, 'data-number': row.number, onclick: () => open(row.number) }),
    h('div', {
      class: 'traffic-statuses', role: 'group', 'aria-label': 'Statuses', hidden: true, onclick: (/** @type {Event} */ event) => {
        const chip = /** @type {Element} */ (event.target).closest('[data-number]');
        if (chip !== null) {
          open(Number(chip.getAttribute('data-number')));
        }
      },
    }));
}

/** @param {Element} element @param {Group} group @param {number | null} opened the row whose details are shown */
export function drawTrafficRow(element, { row, statuses }, opened) {
  const [button, below] = /** @type {HTMLCollectionOf<HTMLElement>} */ (element.children);
  const title = titleOf(row, message => store.kindOf(message));
  const state = [title, row.revision, ...statuses.map(status => status.revision)].join(' ');
  if (drawn.get(element) !== state) {
    drawn.set(element, state);
    drawContent(button, row, title);
    below.hidden = statuses.length === 0;
    drawStatuses(below, statuses);
  }
  for (const each of [button, ...below.children]) {
    each.setAttribute('aria-current', String(Number(each.getAttribute('data-number')) === opened));
  }
}

/** @param {HTMLElement} button @param {TrafficRow} row @param {string} title */
function drawContent(button, row, title) {
  const isRequest = row.kind === 'request';
  const status = row.code === null ? row.status : `${row.status ?? ''} · ${row.code}`;
  button.replaceChildren(
    h('span', { class: `direction ${row.kind}` },
      icon(isRequest ? icons.request : icons.webhook), h('span', { class: 'visually-hidden' }, isRequest ? 'Request' : 'Webhook')),
    h('span', { class: title === row.title ? 'traffic-title plain' : 'traffic-title' }, title),
    h('span', { class: `verdict ${toneOf(row)}` }, row.verdict),
    h('span', { class: 'traffic-facts' },
      h('span', {}, timeOfDay(row.at)),
      status !== null && h('span', {}, status),
      row.milliseconds !== null && h('span', {}, duration(row.milliseconds)),
      row.attempts > 1 && h('span', { class: 'warning-text' }, counted(row.attempts, 'attempt')),
      isRequest && title !== row.title && h('span', { class: 'traffic-path' }, row.title)),
    row.rule === null ? '' : h('span', { class: `traffic-rule ${errorToneOf(row)}-text` }, row.rule));
}

/** What became of a message: each status can be opened. @param {HTMLElement} below @param {TrafficRow[]} statuses */
function drawStatuses(below, statuses) {
  const focused = below.contains(document.activeElement) ? document.activeElement?.getAttribute('data-number') : null;
  below.replaceChildren(...statuses.map(status => h('button', {
    type: 'button', class: `traffic-status ${status.rule === null && !status.title.endsWith('failed') ? toneOf(status) : errorToneOf(status)}`, tabindex: -1,
    'data-number': status.number, title: status.rule ?? `${status.title}: ${status.verdict}, ${timeOfDay(status.at)}`,
  },
  h('span', { class: 'visually-hidden' }, 'Status '), status.title.replace(/^status /, ''), status.code === null ? '' : ` ${status.code}`,
  status.attempts > 1 ? ` · ${counted(status.attempts, 'attempt')}` : '',
  status.verdict === 'delivered' ? '' : ` · ${status.verdict}`)));
  if (focused) {
    /** @type {HTMLElement | null} */ (below.querySelector(`[data-number='${focused}']`))?.focus({ preventScroll: true });
  }
}
