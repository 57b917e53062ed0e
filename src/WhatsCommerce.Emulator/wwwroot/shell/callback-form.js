import { post } from '../core/api.js';
import { fill, h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { button, field, form, input, submitButton } from './controls.js';
import { follow } from './follow.js';
import { healthOf } from './health.js';
import { icons } from './icons.js';
import { attempt, notify } from './toast.js';

/** @typedef {import('../core/types').Settings} Settings */

/** Where webhooks go: an address is verified and connected here, and how the app behind it does is told. */
export class CallbackForm extends HTMLElement {
  #address = input({ type: 'url', required: true, placeholder: 'http://localhost:5000/webhooks/whatsapp' });
  #disconnect = button('Disconnect', () => attempt(() => post('/emulator/callback', { address: '' }), 'Webhooks are not delivered now.'));
  #state = h('p', { class: 'app-state', role: 'status' });
  #shown = '';
  /** @type {(() => void) | undefined} */ #stop;

  connectedCallback() {
    this.replaceChildren(form({}, () => this.#connect(),
      field('Callback address', this.#address, 'It is verified with the verify token, as Meta does, and gets every webhook from then on.'),
      h('div', { class: 'actions' }, submitButton('Verify and connect'), this.#disconnect), this.#state));
    this.#stop = follow(['settings', 'traffic'], () => this.#draw());
  }

  disconnectedCallback() {
    this.#stop?.();
  }

  async #connect() {
    /** @type {Settings} */
    const { callback } = await post('/emulator/callback', { address: this.#address.value.trim() });
    notify(`Verified and connected: webhooks go to ${callback} now.`);
  }

  #draw() {
    const { settings } = store;
    if (settings === null) {
      return;
    }
    // A text that the user is typing stays.
    if ((settings.callback ?? '') !== this.#shown) {
      this.#shown = settings.callback ?? '';
      this.#address.value = this.#shown;
    }
    this.#disconnect.hidden = settings.callback === null;
    const { tone, sentence } = healthOf(settings, store.app);
    if (this.#state.textContent !== sentence) {
      this.#state.className = `app-state ${tone}-text`;
      fill(this.#state, icon(tone === 'success' ? icons.check : tone === 'danger' ? icons.warning : icons.plug), h('span', {}, sentence));
    }
  }
}

customElements.define('callback-form', CallbackForm);
