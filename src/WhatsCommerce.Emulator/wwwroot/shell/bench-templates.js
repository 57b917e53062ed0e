import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { drawKeyed } from '../core/keyed.js';
import { store } from '../core/store.js';
import { button, select } from './controls.js';
import { attempt } from './toast.js';

/** @typedef {import('../core/types').Template} Template */

/** @type {[value: string, label: string][]} */
const verdicts = [['approved', 'Approve'], ['rejected', 'Reject'], ['paused', 'Pause'], ['disabled', 'Disable']];

/** The message templates of the account, with the user as Meta's reviewer. */
export class BenchTemplates extends HTMLElement {
  #empty = h('p', { class: 'hint' }, 'The account has no templates. As long as it has none, messages may name any.');
  #list = h('ul', { class: 'bench-products', role: 'list' });

  connectedCallback() {
    this.replaceChildren(this.#empty, this.#list);
    store.addEventListener('settings', () => this.#draw());
    this.#draw();
  }

  #draw() {
    const templates = store.settings?.templates ?? [];
    this.#empty.hidden = templates.length > 0;
    drawKeyed(this.#list, templates, template => template.id, template => {
      const verdict = select(verdicts);
      verdict.setAttribute('aria-label', `Verdict on ${template.name}`);
      // Not on change of the selection: the arrow keys select one option after the other.
      const set = button('Set', () => attempt(() => post('/emulator/templates/review', { name: template.name, verdict: verdict.value })),
        { class: 'button small', 'aria-label': `Set the verdict on ${template.name}` });
      return h('li', { class: 'bench-template' }, h('div', { class: 'bench-template-words' }), verdict, set);
    }, (element, template) => {
      const words = /** @type {Element} */ (element.firstElementChild);
      const text = `${template.name} (${template.language})`;
      words.replaceChildren(h('strong', {}, text), h('span', { class: 'hint' }, `${template.category.toLowerCase()}, ${template.status.toLowerCase()}`));
    });
  }
}

customElements.define('bench-templates', BenchTemplates);
