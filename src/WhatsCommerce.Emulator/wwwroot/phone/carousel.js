import { h } from '../core/dom.js';

/**
 * Cards side by side, scrolled with a finger, the wheel or the arrow keys.
 * @param {HTMLElement[]} cards
 * @returns {HTMLElement}
 */
export function carousel(cards) {
  return h('ul', { class: 'carousel', tabindex: '0', 'aria-label': `${cards.length} cards` }, ...cards.map(card => h('li', { class: 'card' }, card)));
}
