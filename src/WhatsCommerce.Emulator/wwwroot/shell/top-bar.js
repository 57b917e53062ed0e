import { fill, h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { button } from './controls.js';
import { openConnectDialog } from './connect-dialog.js';
import { follow } from './follow.js';
import { healthOf } from './health.js';
import { icons } from './icons.js';

/** The name of the shop, the state of the connection to the emulator, and the settings that an app needs to connect. */
export class TopBar extends HTMLElement {
  #name = h('h1', {}, 'WhatsCommerce emulator');
  #details = h('p', { class: 'top-details' });
  #state = h('p', { class: 'state', role: 'status' });
  #faults = h('p', { class: 'top-pill top-faults' });
  #notices = h('p', { class: 'top-pill top-notices', role: 'status', hidden: true });
  #connect = button('Connect', () => store.settings && openConnectDialog(store.settings), { class: 'button primary', disabled: true });

  connectedCallback() {
    this.#connect.append(h('span', { class: 'wide-only' }, ' your app'));
    const logo = h('img', { src: '/page/icon.svg', alt: '', class: 'logo', width: 32, height: 32 });
    this.replaceChildren(logo, h('div', { class: 'top-names' }, this.#name, this.#details), this.#notices, this.#faults, this.#state, this.#connect);
    follow(['settings', 'connection', 'traffic'], () => this.#draw());
  }

  #draw() {
    const { settings, isConnected } = store;
    const { tone, words, sentence } = settings === null ? { tone: 'muted', words: '', sentence: '' } : healthOf(settings, store.app);
    const said = isConnected ? `Live${words && ` · ${words}`}` : 'Not connected';
    if (this.#state.textContent !== said) {
      this.#state.className = `state ${isConnected ? tone : 'danger'}`;
      fill(this.#state, h('span', { class: 'dot' }), isConnected && words ? [h('span', {}, h('span', { class: 'state-page' }, 'Live · '), words)] : said);
    }
    this.#state.title = isConnected ? `This page follows the emulator live. ${sentence}` : 'The page has lost the emulator, and tries to find it again.';
    if (settings === null) {
      return;
    }
    this.#connect.disabled = false;
    this.#name.textContent = settings.business.name;
    document.title = `${settings.business.name} · WhatsCommerce emulator`;
    const callback = settings.callback ? `webhooks to ${settings.callback}` : 'no callback yet';
    this.#details.textContent = `WhatsCommerce emulator · ${settings.business.phone} · ${callback}`;
    this.#details.title = this.#details.textContent;
    const faults = [settings.nextAnswer, ...settings.webhookFaults].filter(Boolean);
    this.#faults.hidden = faults.length === 0;
    this.#faults.title = faults.join('\n');
    const notices = settings.notices.join(' ');
    if (this.#notices.title !== notices) {
      this.#notices.hidden = notices === '';
      this.#notices.title = notices;
      fill(this.#notices, icon(icons.warning), h('span', {}, `Not kept: ${notices}`));
    }
    fill(this.#faults, icon(icons.warning), h('span', {}, `Faults: ${faults.join('; ')}`));
  }
}

customElements.define('top-bar', TopBar);
