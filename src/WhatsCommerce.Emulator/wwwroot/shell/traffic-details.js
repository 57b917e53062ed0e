import { get, post } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, form, iconButton, submitButton } from './controls.js';
import { copyButton } from './copy.js';
import { curlOf } from './curl.js';
import { counted, duration, timeOfDay } from './format.js';
import { icons } from './icons.js';
import { jsonText, jsonView } from './json-view.js';
import { attempt, notify } from './toast.js';
import { errorToneOf, titleOf, toneOf } from './traffic-groups.js';

/** @typedef {import('../core/types').Sent} Sent */
/** @typedef {import('../core/types').TrafficDetails} TrafficDetails */

/**
 * What the panel asks of the list beside it, and tells it.
 * @typedef {{ order: () => number[], moved: (number: number) => void, closed: (number: number) => void }} Beside
 */

/** All details of a request or a webhook, beside the list or, in a narrow window, over it. It stays open and follows what is shown. */
export class TrafficPanel {
  /** The number of what is shown; null while it is closed. @type {number | null} */ number = null;
  #heading = h('h3', { id: 'traffic-panel-title', tabindex: -1 });
  #previous = iconButton('Previous', icons.up, () => this.#step(-1));
  #next = iconButton('Next', icons.down, () => this.#step(1));
  #summary = h('div', { class: 'details-summary' });
  #actions = h('div');
  #edit = h('div', { class: 'details-edit', hidden: true });
  #parts = h('div', { class: 'details-parts' });
  element = h('section', { class: 'traffic-panel', role: 'dialog', 'aria-labelledby': 'traffic-panel-title', hidden: true },
    h('header', { class: 'panel-header' }, this.#heading, this.#previous, this.#next, iconButton('Close', icons.close, () => this.close())),
    h('div', { class: 'panel-body' }, h('div', { class: 'details' }, this.#summary, this.#actions, this.#edit, this.#parts)));
  /** @type {TrafficDetails | null} */ #details = null;

  /** @param {Beside} list */
  constructor(list) {
    this.list = list;
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        if (this.#edit.hidden) {
          this.close();
        } else {
          this.#stopEditing();
        }
      }
    });
  }

  /** @param {number} number */
  async show(number) {
    this.number = number;
    const details = await this.#read(number);
    // Another one may have been chosen meanwhile.
    if (this.number !== number) {
      return;
    }
    if (!details) {
      this.close();
      return;
    }
    const isOther = details.number !== this.#details?.number;
    this.#stopEditing(false);
    this.#parts.replaceChildren();
    this.#fill(details);
    fill(this.#actions, actions(details, () => this.#startEditing(details)));
    this.element.hidden = false;
    if (isOther) {
      /** @type {Element} */ (this.#edit.closest('.panel-body')).scrollTop = 0;
    }
    this.list.moved(number);
    if (!this.element.contains(document.activeElement)) {
      this.#heading.focus({ preventScroll: true });
    }
  }

  close() {
    const { number } = this;
    this.number = this.#details = null;
    this.element.hidden = true;
    if (number !== null) {
      this.list.closed(number);
    }
  }

  /** Follows the list: what comes before and after may be another one now, and what is shown may have changed. */
  async draw() {
    const { number } = this;
    if (number === null) {
      return;
    }
    const order = this.list.order();
    const at = order.indexOf(number);
    const isFirst = at <= 0;
    const isLast = at < 0 || at === order.length - 1;
    // A button that has the focus keeps it, although it does nothing at the end.
    this.#previous.setAttribute('aria-disabled', String(isFirst));
    this.#next.setAttribute('aria-disabled', String(isLast));
    const row = store.rows.find(each => each.number === number);
    if (row && this.#details?.number === number && row.revision > this.#details.revision) {
      this.#details = { ...this.#details, revision: row.revision };
      const now = await this.#read(number);
      if (now && this.number === number) {
        this.#fill(now);
      }
    }
  }

  /** @param {number} number */
  #read(number) {
    return attempt(() => /** @type {Promise<TrafficDetails>} */ (get(`/emulator/traffic/${number}`)));
  }

  /** @param {TrafficDetails} details */
  #fill(details) {
    this.#heading.textContent = `${details.kind === 'request' ? 'Request' : 'Webhook'} ${details.number}`;
    fill(this.#summary, facts(details), attempts(details));
    // Parts keep their folding and scroll position, unless an answer has arrived.
    if (!this.#parts.hasChildNodes() || details.answer !== this.#details?.answer) {
      fill(this.#parts, contents(details));
    }
    this.#details = details;
  }

  /** @param {-1 | 1} by */
  #step(by) {
    const order = this.list.order();
    const at = this.number === null ? -1 : order.indexOf(this.number);
    const number = at < 0 ? undefined : order[at + by];
    if (number !== undefined) {
      this.show(number);
    }
  }

  /** @param {TrafficDetails} details */
  #startEditing(details) {
    const text = /** @type {HTMLTextAreaElement} */ (h('textarea', { class: 'input body-editor', rows: 14, spellcheck: 'false', 'aria-label': 'Body' }));
    text.value = jsonText(details.body);
    const isRequest = details.kind === 'request';
    fill(this.#edit, form({}, async () => {
      /** @type {Sent} */
      const { status } = await post(`/emulator/traffic/${details.number}/again`, { body: text.value });
      notify(!isRequest ? 'The edited webhook is on its way to your app.' : status === null ? 'Sent; there was no response.' : `Sent; the response is HTTP ${status}.`);
    },
    text,
    h('p', { class: 'hint' }, isRequest ? 'It is sent to the same address, with the access token.' : 'It is signed, and delivered to the callback.'),
    h('div', { class: 'actions' }, submitButton('Send'), button('Cancel', () => this.#stopEditing()))));
    this.#edit.hidden = false;
    text.setSelectionRange(0, 0);
    text.focus();
    text.scrollTop = 0;
  }

  #stopEditing(withFocus = true) {
    const wasOpen = !this.#edit.hidden;
    this.#edit.hidden = true;
    this.#edit.replaceChildren();
    if (wasOpen && withFocus) {
      this.#heading.focus({ preventScroll: true });
    }
  }
}

/** @param {TrafficDetails} details */
function facts(details) {
  const title = titleOf(details, message => store.kindOf(message));
  return [
    title !== details.title || details.kind === 'webhook' ? h('p', { class: 'details-title' }, title) : null,
    h('p', { class: 'details-address' }, h('strong', {}, details.method), ' ', details.address || '(no callback)'),
    h('p', { class: 'details-facts' },
      h('span', { class: `verdict ${toneOf(details)}` }, details.verdict),
      details.status !== null && h('span', {}, `HTTP ${details.status}`),
      details.code !== null && h('span', {}, `error ${details.code}`),
      details.milliseconds !== null && h('span', {}, duration(details.milliseconds)),
      h('span', {}, timeOfDay(details.at)),
      details.attempts > 1 && h('span', {}, counted(details.attempts, 'attempt'))),
    details.rule !== null && h('p', { class: `rule ${errorToneOf(details)}-text` }, details.rule),
  ];
}

/** @param {TrafficDetails} details @param {() => void} edit */
function actions(details, edit) {
  const again = button('Send again', () => attempt(() => post(`/emulator/traffic/${details.number}/again`), 'Sent again.'));
  return h('div', { class: 'actions' },
    again,
    details.body !== '' && details.isWhole && button('Edit and send again', edit),
    // A webhook has no address while no callback is connected, and a command must send exactly what was sent.
    details.address !== '' && details.isWhole && copyButton('Copy as a command for curl', () => curlOf(details, store.settings), 'Copy as curl'),
    details.body !== '' && copyButton('Copy the body', () => details.body, 'Copy the body'));
}

/** @param {TrafficDetails} details */
function attempts({ attemptList }) {
  const items = attemptList.map(({ at, status, milliseconds, problem }) => h('li', {},
    `${timeOfDay(at)} · ${status === null ? 'no response' : `HTTP ${status}`} · ${duration(milliseconds)}`,
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
  return h('details', { open }, h('summary', {}, h('h4', {}, title)), content);
}
