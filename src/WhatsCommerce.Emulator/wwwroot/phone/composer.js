import { fill, h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';
import { openLocationForm } from './location.js';
import { authorName, inShort } from './message.js';
import { openPicture } from './picture-sheet.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {{ entry?: Entry, about?: { retailerId: string, title: string } }} Reference what the next message replies to or asks about */

/** The input of messages. An unfinished draft stays with its customer. */
export class Composer {
  /** @type {Map<string, { text: string, reference: Reference }>} */ #drafts = new Map();
  /** @type {string | null} */ #customerId = null;
  /** @type {Reference} */ #reference = {};
  #reply = h('div', { class: 'reply-bar', hidden: true });
  #text = /** @type {HTMLTextAreaElement} */ (h('textarea', {
    rows: 1, placeholder: 'Message', 'aria-label': 'Message', maxlength: 4096, onkeydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
  }));
  #file = /** @type {HTMLInputElement} */ (h('input', {
    type: 'file', accept: 'image/jpeg,image/png', class: 'visually-hidden', tabindex: '-1', 'aria-label': 'Choose a picture', onchange: () => this.#onFile(),
  }));

  /** @param {CustomerPhone} phone */
  constructor(phone) {
    this.phone = phone;
    this.element = h('form', {
      class: 'composer', 'aria-label': 'Write a message', onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        this.#send();
      },
    }, this.#reply, h('div', { class: 'composer-line' },
      h('button', { type: 'button', class: 'phone-button', 'aria-label': 'Send a picture', onclick: () => this.#file.click() }, icon(icons.picture)),
      h('button', { type: 'button', class: 'phone-button', 'aria-label': 'Share a location', onclick: () => openLocationForm(phone) }, icon(icons.location)),
      this.#file, this.#text,
      h('button', { type: 'submit', class: 'phone-button send', 'aria-label': 'Send' }, icon(icons.send))));
  }

  /** Switches to the draft of the selected customer. */
  follow() {
    if (store.customerId === this.#customerId) {
      return;
    }
    if (this.#customerId !== null) {
      this.#drafts.set(this.#customerId, { text: this.#text.value, reference: this.#reference });
    }
    this.#customerId = store.customerId;
    const draft = this.#customerId === null ? undefined : this.#drafts.get(this.#customerId);
    this.#text.value = draft?.text ?? '';
    this.refer(draft?.reference ?? {}, false);
  }

  /**
   * Sets what the next message replies to, or which product it asks about.
   * @param {Reference} reference
   * @param {boolean} [focus]
   */
  refer(reference, focus = true) {
    this.#reference = reference;
    const { entry, about } = reference;
    this.#reply.hidden = !entry && !about;
    fill(this.#reply,
      h('span', { class: 'quote-words' }, h('strong', {}, entry ? authorName(entry) : 'Ask about'), h('span', {}, entry ? inShort(entry).slice(0, 200) : about?.title)),
      h('button', { type: 'button', class: 'phone-button', 'aria-label': entry ? 'Do not reply' : 'Do not ask about it', onclick: () => this.refer({}) },
        icon(icons.close)));
    if (focus) {
      this.focus();
    }
  }

  focus() {
    this.#text.focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && (this.#reference.entry || this.#reference.about)) {
      this.refer({});
    }
  }

  async #send() {
    const text = this.#text.value.trim();
    if (text === '') {
      this.focus();
      return;
    }
    const [reference, customerId] = [this.#reference, this.#customerId];
    this.#text.value = '';
    this.refer({});
    const isSent = await this.phone.act({
      type: 'text', text, ...(reference.entry ? { replyTo: reference.entry.id } : {}), ...(reference.about ? { about: reference.about.retailerId } : {}),
    });
    // A text that could not be sent is restored, unless the user is already writing another one.
    if (!isSent && customerId === this.#customerId && this.#text.value === '') {
      this.#text.value = text;
      this.refer(reference, false);
    }
  }

  #onFile() {
    const file = this.#file.files?.[0];
    this.#file.value = '';
    if (file) {
      openPicture(file, this.phone);
    }
  }
}
