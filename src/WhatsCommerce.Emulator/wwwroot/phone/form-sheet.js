import { h } from '../core/dom.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** The fields of Meta's address message in India. @type {[string, string][]} */
const addressFields = [
  ['name', 'Name'], ['phone_number', 'Phone number'], ['in_pin_code', 'Pin code'], ['house_number', 'House number'], ['floor_number', 'Floor number'],
  ['tower_number', 'Tower number'], ['building_name', 'Building name'], ['address', 'Address'], ['landmark_area', 'Landmark or area'], ['city', 'City'], ['state', 'State'],
];

/**
 * Opens the form of an address message, prefilled with the values that the business sent.
 * @param {string} messageId
 * @param {any} parameters
 * @param {CustomerPhone} phone
 */
export function openAddressForm(messageId, parameters, phone) {
  const sheet = new Sheet(phone, 'Provide address', { name: 'address', look: 'page' });
  const values = parameters?.values ?? {};
  const errors = parameters?.validation_errors ?? {};
  const fields = addressFields.map(([name, label]) => field(name, label, values[name], errors[name]));
  const form = formOf(fields, 'Send address', async answers => {
    if (await phone.act({ type: 'form', messageId, response: { values: answers } })) {
      sheet.close();
    }
  });
  const saved = (Array.isArray(parameters?.saved_addresses) ? parameters.saved_addresses : []).map((/** @type {any} */ address) => h('button', {
    type: 'button', class: 'saved-address', onclick: async () => {
      if (await phone.act({ type: 'form', messageId, response: { saved_address_id: address?.id, values: address?.value ?? {} } })) {
        sheet.close();
      }
    },
  }, Object.values(address?.value ?? {}).filter(Boolean).join(', ') || String(address?.id ?? '')));
  sheet.show(saved.length > 0 ? h('section', { class: 'phone-form' }, h('h3', {}, 'Saved addresses'), ...saved) : null, form);
}

/**
 * Opens the form of a flow. Its screens are unknown here: it has the fields in the message, and the customer can add answers of any name.
 * @param {string} messageId
 * @param {any} parameters
 * @param {CustomerPhone} phone
 */
export function openFlowForm(messageId, parameters, phone) {
  const sheet = new Sheet(phone, String(parameters?.flow_cta ?? 'Form'), { name: 'flow', look: 'page' });
  const data = parameters?.flow_action_payload?.data ?? parameters?.flow_action_data;
  const known = Object.entries(data && typeof data === 'object' ? data : {}).slice(0, 20);
  const fields = known.length > 0
    ? known.map(([name, value]) => field(name, name, typeof value === 'object' ? JSON.stringify(value) : value))
    : [field('answer', 'answer', '')];
  const name = /** @type {HTMLInputElement} */ (h('input', { 'aria-label': 'Name of another answer', placeholder: 'Name of another answer', autocomplete: 'off' }));
  const more = h('div', { class: 'more-fields' });
  const add = h('button', {
    type: 'button', onclick: () => {
      if (name.value.trim() !== '') {
        const added = field(name.value.trim(), name.value.trim(), '');
        more.append(added);
        added.querySelector('input')?.focus();
        name.value = '';
      }
    },
  }, 'Add');
  sheet.show(h('p', { class: 'footer' }, 'The screens of a flow are not part of the emulator: its answers are given here by name.'),
    formOf([...fields, more, h('div', { class: 'add-field' }, name, add)], 'Send form', async answers => {
      const token = parameters?.flow_token === undefined ? {} : { flow_token: parameters.flow_token };
      if (await phone.act({ type: 'form', messageId, response: { ...answers, ...token } })) {
        sheet.close();
      }
    }));
}

/**
 * @param {string} name
 * @param {string} label
 * @param {unknown} value
 * @param {unknown} [error] what was wrong with an earlier answer
 */
function field(name, label, value, error) {
  return h('label', { class: 'phone-field' }, h('span', {}, label), h('input', { name, value: value ?? '', autocomplete: 'off' }),
    error ? h('small', { class: 'gone' }, String(error)) : null);
}

/** @param {HTMLElement[]} fields @param {string} label @param {(answers: Record<string, string>) => void} send @returns {HTMLElement} */
function formOf(fields, label, send) {
  const form = /** @type {HTMLFormElement} */ (h('form', {
    class: 'phone-form', onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const answers = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== '');
      send(Object.fromEntries(answers));
    },
  }, ...fields, h('button', { type: 'submit', class: 'primary' }, label)));
  return form;
}
