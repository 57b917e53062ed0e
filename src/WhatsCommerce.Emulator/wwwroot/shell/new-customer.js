import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { field, form, input, select, submitButton } from './controls.js';
import { openDialog } from './dialog.js';

/** @type {Record<string, { platform: 'android' | 'ios', version: string } | null>} */
const presets = {
  new: null,
  oldAndroid: { platform: 'android', version: '2.20.1' },
  oldIos: { platform: 'ios', version: '2.20.1' },
  other: null,
};

/**
 * Opens a dialog that creates a customer.
 * @param {(id: string) => void} made
 */
export function openNewCustomer(made) {
  const name = input({ required: true, maxlength: 100, autofocus: true });
  const knownBy = select([['phone', 'Phone number'], ['userId', 'User id']]);
  const address = input({ required: true, maxlength: 140 });
  const label = h('span');
  const hint = h('span');
  const app = select([['new', 'Up to date'], ['oldAndroid', 'Old app (Android)'], ['oldIos', 'Old app (iOS)'], ['other', 'Another version']]);
  const platform = select([['android', 'Android'], ['ios', 'iOS']]);
  const version = input({ placeholder: '2.24.1', maxlength: 20 });
  const versions = h('div', { class: 'row-fields', hidden: true }, field('Platform', platform), field('Version', version));
  let suggested = '';
  const show = () => {
    const isPhone = knownBy.value === 'phone';
    label.textContent = isPhone ? 'Phone number' : 'User id';
    if (address.value === '' || address.value === suggested) {
      address.value = suggested = isPhone ? `+1650555${digits(4)}` : `US.${digits(16)}`;
    }
    hint.textContent = isPhone ? 'With a plus and the country.' : 'The business never sees a phone number of this customer.';
    versions.hidden = app.value !== 'other';
    version.required = !versions.hidden;
  };
  [knownBy, app].forEach(each => each.addEventListener('change', show));
  show();

  const dialog = openDialog('New customer', form({}, async () => {
    const chosen = app.value === 'other' ? { platform: platform.value, version: version.value.trim() } : presets[app.value] ?? {};
    const who = { [knownBy.value]: address.value.trim() };
    /** @type {import('../core/types').Customer} */
    const customer = await post('/emulator/customers', { name: name.value.trim(), ...who, ...chosen });
    dialog.close();
    made(customer.id);
  },
  field('Name', name), field('Known to the business by', knownBy), field(label, address, hint),
  field('WhatsApp app', app, 'An old app cannot receive product messages.'), versions,
  h('div', { class: 'actions' }, submitButton('Add the customer'))));
}

/** @param {number} count */
function digits(count) {
  return Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('');
}
