import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';

/** WhatsApp's limit for the quantity of an item. */
export const most = 99;

/**
 * A quantity with a minus button and a plus button.
 * @param {string} item what is counted, for a screen reader
 * @param {number} quantity
 * @param {(quantity: number) => void} onchange
 * @param {number} [least]
 * @returns {HTMLElement}
 */
export function stepper(item, quantity, onchange, least = 1) {
  const input = /** @type {HTMLInputElement} */ (h('input', {
    type: 'number', min: least, max: most, step: 1, value: quantity, 'aria-label': `Quantity of ${item}`, inputmode: 'numeric', onchange: () => set(input.valueAsNumber),
  }));
  const less = h('button', { type: 'button', class: 'phone-button', 'aria-label': `One less of ${item}`, onclick: () => set(input.valueAsNumber - 1) }, icon(icons.minus));
  const more = h('button', { type: 'button', class: 'phone-button', 'aria-label': `One more of ${item}`, onclick: () => set(input.valueAsNumber + 1) }, icon(icons.plus));
  const set = (/** @type {number} */ wanted) => {
    const allowed = Math.min(most, Math.max(least, Number.isFinite(wanted) ? Math.trunc(wanted) : quantity));
    input.value = String(allowed);
    // The attribute too, so that a redraw sees the current value.
    input.setAttribute('value', String(allowed));
    onchange(allowed);
  };
  return h('div', { class: 'stepper', role: 'group', 'aria-label': `Quantity of ${item}` }, less, input, more);
}
