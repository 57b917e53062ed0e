import { get, post } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button } from './controls.js';
import { copyButton } from './copy.js';
import { curlOf } from './curl.js';
import { openDialog } from './dialog.js';
import { counted, duration, timeOfDay } from './format.js';
import { follow } from './frame.js';
import { jsonView } from './json-view.js';
import { attempt } from './toast.js';
import { toneOf } from './traffic-row.js';

/** @typedef {import('../core/types').TrafficDetails} TrafficDetails */

/**
 * Shows all details of a request or a webhook, and updates them while open.
 * @param {number} number
 */
export async function openTrafficDetails(number) {
  const read = () => attempt(() => /** @type {Promise<TrafficDetails>} */ (get(`/emulator/traffic/${number}`)));
  let details = await read();
  if (!details) {
    return;
  }
  const [summary, parts] = [h('div', { class: 'details-summary' }), h('div', { class: 'details-parts' })];
  const draw = (/** @type {TrafficDetails} */ now) => {
    fill(summary, facts(now), attempts(now));
    // Parts keep their folding and scroll position, unless an answer has arrived.
    if (!parts.hasChildNodes() || now.answer !== details?.answer) {
      fill(parts, contents(now));
    }
    details = now;
  };
  draw(details);
  const stop = follow(['traffic'], async () => {
    const row = store.rows.find(each => each.number === number);
    if (row && row.revision !== details?.revision) {
      const now = await read();
      if (now) {
        draw(now);
      }
    }
  });
  const title = `${details.kind === 'request' ? 'Request' : 'Webhook'} ${number}`;
  openDialog(title, h('div', { class: 'details' }, summary, actions(details), parts), stop);
}

/** @param {TrafficDetails} details */
function facts(details) {
  return [
    h('p', { class: 'details-address' }, h('strong', {}, details.method), ' ', details.address || '(no callback)'),
    details.kind === 'webhook' && h('p', {}, details.title),
    h('p', { class: 'details-facts' },
      h('span', { class: `verdict ${toneOf(details)}` }, details.verdict),
      details.status !== null && h('span', {}, `HTTP ${details.status}`),
      details.code !== null && h('span', {}, `error ${details.code}`),
      details.milliseconds !== null && h('span', {}, duration(details.milliseconds)),
      h('span', {}, timeOfDay(details.at)),
      details.attempts > 1 && h('span', {}, counted(details.attempts, 'attempt'))),
    details.rule !== null && h('p', { class: `rule ${toneOf(details)}-text` }, details.rule),
  ];
}

/** @param {TrafficDetails} details */
function actions(details) {
  const again = button('Send again', () => attempt(() => post(`/emulator/traffic/${details.number}/again`), 'Sent again.'));
  return h('div', { class: 'actions' },
    // A webhook has no address while no callback is connected, and a command must send exactly what was sent.
    details.address !== '' && details.isWhole && copyButton('Copy as a command for curl', () => curlOf(details, store.settings), 'Copy as curl'),
    details.body !== '' && copyButton('Copy the body', () => details.body, 'Copy the body'),
    again);
}

/** @param {TrafficDetails} details */
function attempts({ attemptList }) {
  const items = attemptList.map(({ at, status, milliseconds, problem }) => h('li', {},
    `${timeOfDay(at)} · ${status === null ? 'no answer' : `HTTP ${status}`} · ${duration(milliseconds)}`,
    problem !== null && h('span', { class: 'danger-text' }, ` · ${problem}`)));
  return items.length > 0 && h('ol', { class: 'attempts', 'aria-label': 'Attempts' }, items);
}

/** @param {TrafficDetails} details */
function contents({ headers, body, isWhole, answer }) {
  return [
    body === '' ? h('p', { class: 'hint' }, 'Without a body.') : part('Body', true, jsonView(body, 'Body')),
    !isWhole && h('p', { class: 'hint' }, 'The body is too large, or no text: not all of it is shown, so it cannot be copied as a command.'),
    answer !== null && answer !== '' && part('Answer', true, jsonView(answer, 'Answer')),
    part('Headers', false, h('dl', { class: 'headers' },
      Object.entries(headers).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]))),
  ];
}

/** @param {string} title @param {boolean} open @param {HTMLElement} content */
function part(title, open, content) {
  return h('details', { open }, h('summary', {}, h('h3', {}, title)), content);
}
