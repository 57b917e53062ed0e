import { h } from '../core/dom.js';

/**
 * Cards beside each other, to be pushed along by a finger, a wheel or the arrow keys.
 * @param {HTMLElement[]} cards
 * @returns {HTMLElement}
 */
export function carousel(cards) {
  return h('ul', { class: 'carousel', tabindex: '0', 'aria-label': `${cards.length} cards` }, ...cards.map(card => h('li', { class: 'card' }, card)));
}
