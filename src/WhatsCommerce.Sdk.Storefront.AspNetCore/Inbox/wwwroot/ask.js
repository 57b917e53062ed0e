import { h } from '../core/dom.js';

/**
 * Asks for words or an amount in a dialog.
 * @param {string} title
 * @param {{ name: string, label: string, value?: string, type?: string, isRequired?: boolean, isLong?: boolean }[]} fields
 * @param {string} button
 * @returns {Promise<Record<string, string> | null>} null when it was called off
 */
export function ask(title, fields, button) {
  return new Promise(resolve => {
    /** @type {Record<string, string> | null} */
    let given = null;
    const dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'dialog', 'aria-labelledby': 'ask-title' }));
    const inputs = fields.map(field => /** @type {HTMLInputElement} */ (h(field.isLong ? 'textarea' : 'input', {
      class: 'input', name: field.name, type: field.isLong ? null : field.type ?? 'text', required: field.isRequired ?? false, rows: field.isLong ? '4' : null,
      inputmode: field.type === 'text' || !field.type ? null : 'decimal', autocomplete: 'off',
    })));
    inputs.forEach((input, index) => { input.value = fields[index].value ?? ''; });
    const form = h('form', { class: 'form', method: 'dialog' }, h('h2', { id: 'ask-title' }, title),
      ...fields.map((field, index) => h('label', { class: 'field' }, h('span', { class: 'field-label' }, field.label), inputs[index])),
      h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'button primary' }, button),
        h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel')));
    form.addEventListener('submit', event => {
      event.preventDefault();
      given = Object.fromEntries(inputs.map(input => [input.name, input.value.trim()]));
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(given);
    });
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    inputs[0]?.focus();
  });
}
