import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, field, form, input, select, submitButton } from './controls.js';
import { follow } from './frame.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').NextAnswer} NextAnswer */

/** @type {{ label: string, meaning: string, answer: NextAnswer }[]} */
const errors = [
  { label: '130429 Throughput reached', meaning: 'Too many messages a second from this number. Refused before processing: send it again later.', answer: { code: 130429, status: 400 } },
  { label: '131056 Too many to this customer', meaning: 'Too many messages from this number to the same customer in a short time. Wait, then send it again.', answer: { code: 131056, status: 400 } },
  { label: '131000 Something went wrong (500)', meaning: 'An unknown error of Meta: the message may have been sent, or not.', answer: { code: 131000, status: 500 } },
  { label: '131047 Outside the 24-hour window', meaning: 'More than 24 hours since the customer wrote last: only templates may be sent.', answer: { code: 131047, status: 400 } },
  { label: '190 Access token expired (401)', meaning: 'The token is invalid or has expired: fetch another one.', answer: { code: 190, status: 401 } },
  { label: '4 Too many calls (429)', meaning: 'The app has reached its rate limit.', answer: { code: 4, status: 429 } },
  { label: '80007 Account rate limit', meaning: 'The WhatsApp Business account has reached its rate limit.', answer: { code: 80007, status: 400 } },
  { label: 'The connection is cut', meaning: 'No answer at all: your app cannot know whether it was accepted.', answer: { cut: true } },
];
const other = 'other';

/** The next answers of the API: an error of one's choice. */
export class BenchAnswers extends HTMLElement {
  #current = h('p', { class: 'current', role: 'status' });
  #clear = button('Clear', () => attempt(() => post('/emulator/faults/clear')), { class: 'button small' });
  #error = select([...errors.map(({ label }, index) => /** @type {[string, string]} */ ([String(index), label])), [other, 'Another code …']]);
  #meaning = h('p', { class: 'hint' });
  #code = input({ type: 'number', min: 0, max: 9999999, required: true });
  #status = input({ type: 'number', min: 400, max: 599, value: 400 });
  #own = h('div', { class: 'row-fields' }, field('Error code', this.#code), field('HTTP status', this.#status));
  #count = input({ type: 'number', min: 1, max: 10000, value: 1, required: true });
  #when = select([['before', 'Before it is carried out'], ['after', 'After it was carried out']]);

  connectedCallback() {
    this.replaceChildren(h('div', { class: 'current-line' }, this.#current, this.#clear),
      form({}, () => post('/emulator/faults', this.#answer()),
        field('The next answer is', this.#error), this.#meaning, this.#own,
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
    const isOther = this.#error.value === other;
    this.#own.hidden = !isOther;
    this.#code.disabled = this.#status.disabled = !isOther;
    this.#meaning.textContent = isOther ? 'Any code of the Graph API, with the HTTP status that you like.' : errors[Number(this.#error.value)].meaning;
  }

  /** @returns {NextAnswer} */
  #answer() {
    const chosen = this.#error.value === other ? { code: this.#code.valueAsNumber, status: this.#status.valueAsNumber || 400 } : errors[Number(this.#error.value)].answer;
    return { ...chosen, count: this.#count.valueAsNumber, afterAccepting: this.#when.value === 'after' };
  }
}

customElements.define('bench-answers', BenchAnswers);
