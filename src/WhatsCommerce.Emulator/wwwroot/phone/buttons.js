import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';
import { webAddress } from './text-format.js';

/**
 * A button at the foot of a message.
 * @param {unknown} label
 * @param {() => void} onclick
 * @param {string} [shape] an icon's path
 * @returns {HTMLElement}
 */
export function actionButton(label, onclick, shape) {
  return h('button', { type: 'button', class: 'bubble-button', onclick }, shape ? icon(shape) : null, h('span', {}, String(label ?? '')));
}

/**
 * A button that opens another page. An invalid address is shown as such, and is not a link.
 * @param {unknown} label
 * @param {unknown} address
 * @returns {HTMLElement}
 */
export function linkButton(label, address) {
  const href = webAddress(address);
  return href === null
    ? h('span', { class: 'bubble-button dead', title: String(address ?? '') }, h('span', {}, `${label ?? ''} (no valid link)`))
    : h('a', { class: 'bubble-button', href, target: '_blank', rel: 'noopener noreferrer' }, icon(icons.link), h('span', {}, String(label ?? '')));
}

/**
 * A button that copies a code.
 * @param {string} label
 * @param {string} code
 * @param {import('./customer-phone.js').CustomerPhone} phone
 * @returns {HTMLElement}
 */
export function copyButton(label, code, phone) {
  return actionButton(label, async () => {
    // A page that is not in a secure context has no clipboard.
    await navigator.clipboard?.writeText(code).catch(() => undefined);
    phone.tell(`Code ${code} copied`);
  }, icons.copy);
}
