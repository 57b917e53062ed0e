import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, field, form, input, select, submitButton } from './controls.js';
import { follow } from './follow.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').NextAnswer} NextAnswer */

/** @type {[label: string, meaning: string, answer: NextAnswer][]} */
const errors = [
  ['130429 Throughput reached', 'Too many messages a second from this number: send it again later.', { code: 130429, status: 400 }],
  ['131056 Too many to this customer', 'Too many messages to one customer in a short time: wait, then send it again.', { code: 131056, status: 400 }],
  ['131000 Something went wrong (500)', 'An unknown error of Meta: the message may have been sent, or not.', { code: 131000, status: 500 }],
  ['131047 Outside the 24-hour window', 'The customer wrote last more than 24 hours ago: only templates may be sent.', { code: 131047, status: 400 }],
  ['190 Access token expired (401)', 'The token is invalid or has expired: fetch another one.', { code: 190, status: 401 }],
  ['4 Too many calls (429)', 'The app has reached its rate limit.', { code: 4, status: 429 }],
  ['80007 Account rate limit', 'The WhatsApp Business account has reached its rate limit.', { code: 80007, status: 400 }],
  ['The connection is cut', 'No answer at all: your app cannot know whether it was accepted.', { cut: true }],
];
const other = 'other';

/** Sets the API's next answers to a chosen error. */
export class BenchAnswers extends HTMLElement {
  #current = h('p', { class: 'current', role: 'status' });
  #clear = button('Clear', () => attempt(() => post('/emulator/faults/clear')), { class: 'button small' });
  #error = select([...errors.map(([label], index) => /** @type {[string, string]} */ ([String(index), label])), [other, 'Another code …']]);
  #meaning = h('span');
  #code = input({ type: 'number', min: 0, max: 9999999, required: true });
  #status = input({ type: 'number', min: 400, max: 599, value: 400 });
  #own = h('div', { class: 'row-fields' }, field('Error code', this.#code), field('HTTP status', this.#status));
  #count = input({ type: 'number', min: 1, max: 10000, value: 1, required: true });
  #when = select([['before', 'Before it is carried out'], ['after', 'After it was carried out']]);

  connectedCallback() {
    this.replaceChildren(h('div', { class: 'current-line' }, this.#current, this.#clear),
      form({}, () => post('/emulator/faults', this.#answer()),
        field('The next answer is', this.#error, this.#meaning), this.#own,
        h('div', { class: 'row-fields' }, field('How many times', this.#count), field('When', this.#when)),
        h('div', { class: 'actions' }, submitButton('Answer with this error'))));
    this.#error.addEventListener('change', () => this.#showMeaning());
    this.#showMeaning();
    follow(['settings'], () => this.#draw());
  }

  #draw() {
    const next = store.settings?.nextAnswer ?? null;
    this.#current.textContent = next === null ? 'Answers are as always.' : `Now: ${next}`;
    this.#current.classList.toggle('warning-text', next !== null);
    this.#clear.hidden = next === null;
  }

  #showMeaning() {
    const isOther = this.#chosen === null;
    this.#own.hidden = !isOther;
    this.#code.disabled = this.#status.disabled = !isOther;
    this.#meaning.textContent = this.#chosen?.[1] ?? 'Any code of the Graph API, with the HTTP status that you like.';
  }

  /** The chosen error; null when a code is entered. */
  get #chosen() {
    return this.#error.value === other ? null : errors[Number(this.#error.value)];
  }

  /** @returns {NextAnswer} */
  #answer() {
    const answer = this.#chosen?.[2] ?? { code: this.#code.valueAsNumber, status: this.#status.valueAsNumber || 400 };
    return { ...answer, count: this.#count.valueAsNumber, afterAccepting: this.#when.value === 'after' };
  }
}

customElements.define('bench-answers', BenchAnswers);
