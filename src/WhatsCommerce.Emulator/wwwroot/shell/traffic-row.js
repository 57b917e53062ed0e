import { h, icon } from '../core/dom.js';
import { counted, duration, timeOfDay } from './format.js';
import { icons } from './icons.js';

/** @typedef {import('../core/types').TrafficRow} TrafficRow */

/** @type {Record<TrafficRow['verdict'], string>} */
const tones = {
  accepted: 'success', delivered: 'success', refused: 'danger', 'given up': 'danger', fault: 'warning', dropped: 'warning', pending: 'muted',
};

/** @type {WeakMap<Element, number>} */
const drawn = new WeakMap();

/** Whether it failed, from the sender's view. @param {TrafficRow} row */
export function isProblem(row) {
  return row.rule !== null || tones[row.verdict] === 'danger' || tones[row.verdict] === 'warning';
}

/** The color of its outcome. @param {TrafficRow} row */
export function toneOf(row) {
  return tones[row.verdict] ?? 'muted';
}

/** @param {TrafficRow} row @param {(number: number) => void} open */
export function makeTrafficRow(row, open) {
  return h('li', {}, h('button', { type: 'button', class: 'traffic-row', tabindex: -1, onclick: () => open(row.number) }));
}

/** @param {Element} element @param {TrafficRow} row */
export function drawTrafficRow(element, row) {
  if (drawn.get(element) === row.revision) {
    return;
  }
  drawn.set(element, row.revision);
  const isRequest = row.kind === 'request';
  const status = row.code === null ? row.status : `${row.status ?? ''} · ${row.code}`;
  element.firstElementChild?.replaceChildren(
    h('span', { class: `direction ${row.kind}` },
      icon(isRequest ? icons.request : icons.webhook), h('span', { class: 'visually-hidden' }, isRequest ? 'Request' : 'Webhook')),
    h('span', { class: 'traffic-title' }, row.title),
    h('span', { class: `verdict ${toneOf(row)}` }, row.verdict),
    h('span', { class: 'traffic-facts' },
      row.subject !== null && h('span', { class: 'traffic-subject' }, row.subject),
      h('span', {}, timeOfDay(row.at)),
      status !== null && h('span', {}, status),
      row.milliseconds !== null && h('span', {}, duration(row.milliseconds)),
      row.attempts > 1 && h('span', { class: 'warning-text' }, counted(row.attempts, 'attempt'))),
    row.rule === null ? '' : h('span', { class: `traffic-rule ${toneOf(row)}-text` }, row.rule));
}
