import { post } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { store } from '../core/store.js';
import './callback-form.js';
import { button, field, form, input, select, submitButton } from './controls.js';
import { follow } from './follow.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').WebhookFault} WebhookFault */

/** @type {Record<WebhookFault['kind'], [label: string, meaning: string]>} */
const kinds = {
  duplicate: ['Duplicate', 'The same webhook comes twice, as Meta does now and then.'],
  reorder: ['Reorder', 'A webhook overtakes the one before it: read before delivered.'],
  delay: ['Delay', 'It comes later.'],
  drop: ['Drop', 'It never comes.'],
  unknown: ['Unknown type', 'A webhook of a type that nobody knows yet comes along.'],
};

/** The callback of webhooks, and their faults. */
export class BenchWebhooks extends HTMLElement {
  #current = h('ul', { class: 'current-faults' });
  #none = h('p', { class: 'current' }, 'Webhooks are delivered as always.');
  #clear = button('Clear', () => attempt(() => post('/emulator/webhook-faults/clear')), { class: 'button small' });
  #kind = select(Object.entries(kinds).map(([kind, [label]]) => [kind, label]));
  #meaning = h('span');
  #milliseconds = input({ type: 'number', min: 1, max: 600_000, value: 5000, required: true });
  #delay = field('Milliseconds', this.#milliseconds);
  #count = input({ type: 'number', min: 1, max: 10_000, value: 1, required: true });
  #often = select([['next', 'The next ones'], ['always', 'Always']]);
  #many = field('How many', this.#count);

  connectedCallback() {
    const faults = form({}, () => post('/emulator/webhook-faults', this.#fault()),
      field('Fault', this.#kind, this.#meaning), this.#delay,
      h('div', { class: 'row-fields' }, field('Strikes', this.#often), this.#many),
      h('div', { class: 'actions' }, submitButton('Apply this fault')));
    [this.#kind, this.#often].forEach(each => each.addEventListener('change', () => this.#showFields()));
    this.#showFields();
    this.replaceChildren(h('callback-form'), h('hr'), h('h4', {}, 'Faults on the way'),
      h('div', { class: 'current-line', role: 'status' }, this.#none, this.#current, this.#clear), faults);
    follow(['settings'], () => this.#draw());
  }

  #draw() {
    const { settings } = store;
    if (settings === null) {
      return;
    }
    const { webhookFaults } = settings;
    this.#none.hidden = webhookFaults.length > 0;
    this.#clear.hidden = this.#current.hidden = webhookFaults.length === 0;
    fill(this.#current, webhookFaults.map(fault => h('li', { class: 'warning-text' }, fault)));
  }

  #showFields() {
    this.#meaning.textContent = kinds[this.#chosen][1];
    this.#delay.hidden = this.#milliseconds.disabled = this.#chosen !== 'delay';
    this.#many.hidden = this.#count.disabled = this.#often.value === 'always';
  }

  get #chosen() {
    return /** @type {WebhookFault['kind']} */ (this.#kind.value);
  }

  /** @returns {WebhookFault} */
  #fault() {
    const often = this.#often.value === 'always' ? { always: true } : { count: this.#count.valueAsNumber };
    return { kind: this.#chosen, ...often, ...(this.#chosen === 'delay' ? { milliseconds: this.#milliseconds.valueAsNumber } : {}) };
  }
}

customElements.define('bench-webhooks', BenchWebhooks);
