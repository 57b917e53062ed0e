import { fill, h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { button } from './controls.js';
import { icons } from './icons.js';
import { openNewCustomer } from './new-customer.js';
import './customer-list.js';
import './toast.js';
import './top-bar.js';
import './traffic-list.js';
import './work-bench.js';

/** @typedef {'customers' | 'phone' | 'traffic' | 'workbench'} View */

/** @type {[view: View, title: string, element: string][]} */
const views = [
  ['customers', 'Customers', 'customer-list'],
  ['phone', 'Phone', 'customer-phone'],
  ['traffic', 'Traffic', 'traffic-list'],
  ['workbench', 'Workbench', 'work-bench'],
];

/**
 * The page. A wide window shows the customers, the phone, and either the traffic or the workbench; a narrow one shows one of the four.
 * The style sheet selects them by `data-view` (narrow window) and `data-side` (wide window).
 */
export class EmulatorApp extends HTMLElement {
  #sections = views.map(([view, title, element]) => h('section', { id: view, class: 'view', tabindex: -1, 'aria-labelledby': `${view}-title` },
    h('header', { class: 'view-header' }, h('h2', { id: `${view}-title` }, title)), h(element)));
  #tabs = h('nav', { class: 'tab-bar', 'aria-label': 'Parts of the page' }, views.map(([view, title]) => this.#tab(view, title)));

  connectedCallback() {
    const links = views.map(([view, title]) => h('a', { class: 'skip-link', href: `#${view}`, onclick: (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#show(view, true);
    } }, `Skip to: ${title}`));
    // The switch of the wide window is in the headers of the two views that it switches.
    this.#header('traffic').append(this.#sideSwitch());
    this.#header('workbench').append(this.#sideSwitch());
    this.#header('customers').append(button('New customer', () => openNewCustomer(id => this.#welcome(id)), { class: 'button small' }));
    fill(this, links, h('header', { class: 'top' }, h('top-bar')), h('main', {}, this.#sections), this.#tabs, h('toast-area'));
    this.addEventListener('customerchosen', () => this.#showPhone());
    this.addEventListener('benchwanted', () => this.#switch('workbench'));
    this.#show('phone');
    this.dataset.side = 'traffic';
    this.#mark();
  }

  #sideSwitch() {
    return h('nav', { class: 'side-switch', 'aria-label': 'Beside the phone' }, views.slice(2).map(([view, title]) => this.#tab(view, title)));
  }

  /** @param {View} view @param {string} title */
  #tab(view, title) {
    return h('button', { type: 'button', 'data-to': view, onclick: () => this.#switch(view) }, icon(icons[view]), h('span', {}, title));
  }

  /** @param {string} id of a new customer */
  #welcome(id) {
    store.select(id);
    this.#showPhone();
  }

  #showPhone() {
    if (isNarrow()) {
      this.#show('phone', true);
    }
  }

  /** @param {View} view @param {boolean} [withFocus] */
  #show(view, withFocus = false) {
    this.dataset.view = view;
    if (view === 'traffic' || view === 'workbench') {
      this.dataset.side = view;
    }
    this.#mark();
    if (withFocus) {
      this.#section(view).focus({ preventScroll: true });
    }
  }

  /** @param {View} view */
  #switch(view) {
    this.#show(view);
    // The pressed switch was hidden with its header; the focus moves to the other one.
    /** @type {HTMLElement | null} */ (this.#section(view).querySelector(`.side-switch [data-to=${view}]`))?.focus();
  }

  #mark() {
    const { view, side } = this.dataset;
    this.querySelectorAll('.tab-bar button').forEach(tab => tab.setAttribute('aria-current', String(tab.getAttribute('data-to') === view)));
    this.querySelectorAll('.side-switch button').forEach(tab => tab.setAttribute('aria-current', String(tab.getAttribute('data-to') === side)));
  }

  /** @param {View} view */
  #header(view) {
    return /** @type {Element} */ (this.#section(view).querySelector('.view-header'));
  }

  /** @param {View} view */
  #section(view) {
    return this.#sections[views.findIndex(([each]) => each === view)];
  }
}

function isNarrow() {
  return matchMedia('(max-width: 900px)').matches;
}

customElements.define('emulator-app', EmulatorApp);
