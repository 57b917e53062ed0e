import { h } from '../core/dom.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * Opens the rows of a list message, of which the customer chooses one and sends it.
 * @param {string} messageId
 * @param {any} action the list's `action`
 * @param {CustomerPhone} phone
 */
export function openList(messageId, action, phone) {
  const sheet = new Sheet(phone, String(action?.button ?? 'Choose'), { name: 'list' });
  const send = h('button', { type: 'submit', class: 'primary', disabled: true }, 'Send');
  const form = /** @type {HTMLFormElement} */ (h('form', {
    class: 'phone-form', onchange: () => send.removeAttribute('disabled'), onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      const row = new FormData(form).get('row');
      if (row !== null && await phone.act({ type: 'row', messageId, row: String(row) })) {
        sheet.close();
      }
    },
  }, ...sections(action), send));
  sheet.show(form);
}

/** @param {any} action */
function sections(action) {
  return (Array.isArray(action?.sections) ? action.sections : []).map((/** @type {any} */ section) => h('fieldset', { class: 'choices' },
    h('legend', { class: section?.title ? '' : 'visually-hidden' }, String(section?.title ?? 'Choices')),
    ...(Array.isArray(section?.rows) ? section.rows : []).map((/** @type {any} */ row) => h('label', { class: 'choice' },
      h('span', { class: 'words' }, h('span', { class: 'product-title' }, String(row?.title ?? row?.id ?? '')),
        row?.description ? h('span', { class: 'product-description' }, String(row.description)) : null),
      h('input', { type: 'radio', name: 'row', value: row?.id ?? '' })))));
}
