import { h } from '../core/dom.js';
import './bench-answers.js';
import './bench-products.js';
import './bench-shop.js';
import './bench-templates.js';
import './bench-webhooks.js';

/** @type {[title: string, element: string, isOpen: boolean][]} */
const parts = [
  ['Shop', 'bench-shop', true],
  ['Products', 'bench-products', true],
  ['Templates', 'bench-templates', false],
  ['Next answer', 'bench-answers', false],
  ['Webhooks', 'bench-webhooks', false],
];

/** The controls of the shop's settings and of faults. */
export class WorkBench extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(h('div', { class: 'scroller' }, parts.map(([title, element, open]) =>
      h('details', { class: 'bench-part', open }, h('summary', {}, h('h3', {}, title)), h(element)))));
  }
}

customElements.define('work-bench', WorkBench);
