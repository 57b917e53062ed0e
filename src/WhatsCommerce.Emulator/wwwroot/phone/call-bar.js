import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';
import { redraw } from './live.js';

/** @typedef {import('../core/types').Call} Call */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** The call that is under way, above everything else on the phone: ringing is announced, the time that it takes is not. */
export class CallBar {
  element = h('section', { class: 'call-bar', 'aria-label': 'Call', hidden: true });
  #words = h('p', { role: 'status' });
  #time = h('span', { role: 'timer' });
  #buttons = h('div', { class: 'actions' });
  /** @type {Call | null} */ #call = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */ #clock;

  /** @param {CustomerPhone} phone */
  constructor(phone) {
    this.phone = phone;
    this.element.append(icon(icons.phone), this.#words, this.#time, this.#buttons);
  }

  draw() {
    const call = store.customer?.calls.call ?? null;
    const name = store.settings?.business.name ?? 'The business';
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = call === null;
    this.#call = call;
    redraw(this.#words, call === null ? ''
      : call.answeredAt !== null ? `On a call with ${name}`
        : call.isFromCustomer ? `Calling ${name}…` : `${name} is calling…`);
    redraw(this.#buttons, call === null ? null : this.#actionsOf(call));
    this.#tick();
    clearInterval(this.#clock);
    if (call?.answeredAt) {
      this.#clock = setInterval(() => this.#tick(), 1000);
    }
    if (call === null && hadFocus) {
      this.phone.focusAgain(null);
    }
  }

  /** @param {Call} call */
  #actionsOf(call) {
    /** @typedef {'answer-call' | 'decline-call' | 'hang-up'} Type */
    const action = (/** @type {string} */ label, /** @type {Type} */ type, /** @type {string} */ look) => h('button', {
      type: 'button', class: look, 'data-action': type, onclick: () => this.phone.act({ type }),
    }, icon(look === 'end' ? icons.hangUp : icons.phone), label);
    return call.answeredAt === null && !call.isFromCustomer
      ? [action('Answer', 'answer-call', 'answer'), action('Decline', 'decline-call', 'end')]
      : [action('Hang up', 'hang-up', 'end')];
  }

  #tick() {
    const since = this.#call?.answeredAt;
    const seconds = since ? Math.max(0, Math.floor((Date.now() - new Date(since).getTime()) / 1000)) : 0;
    this.#time.textContent = since ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '';
  }
}
