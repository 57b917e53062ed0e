import { post } from '../core/api.js';
import { h } from '../core/dom.js';
import { field, form, input, select, submitButton } from './controls.js';
import { openDialog } from './dialog.js';

/** @typedef {import('../core/types').Product} Product */

/** @type {[value: string, label: string][]} */
const availabilities = [
  ['in stock', 'In stock'],
  ['out of stock', 'Out of stock'],
  ['available for order', 'Available for order'],
  ['preorder', 'Preorder'],
  ['discontinued', 'Discontinued'],
];

/** Opens a dialog that changes a product, or the verdict of Meta's review. @param {Product} product */
export function openProduct(product) {
  const dialog = openDialog(product.title, h('div', { class: 'product-dialog' },
    h('p', { class: 'hint' }, `Retailer id ${product.retailerId}`),
    changeForm(product, () => dialog.close()),
    h('hr'),
    reviewForm(product, () => dialog.close())));
}

/** @param {Product} product @param {() => void} done */
function changeForm(product, done) {
  const known = availabilities.some(([value]) => value === product.availability);
  /** @type {[value: string, label: string][]} */
  const options = known ? availabilities : [[product.availability, product.availability], ...availabilities];
  const before = {
    title: product.title,
    description: product.description ?? '',
    price: product.price.amount,
    image: product.image ?? '',
    availability: product.availability,
  };
  const controls = {
    title: input({ required: true, maxlength: 200 }),
    description: /** @type {HTMLTextAreaElement} */ (h('textarea', { class: 'input', rows: 3, maxlength: 9999 })),
    price: input({ required: true, inputmode: 'decimal', pattern: '\\s*\\d+([.]\\d+)?\\s*', title: 'An amount with a point, such as 7.99' }),
    image: input({ inputmode: 'url' }),
    availability: select(options),
  };
  const names = /** @type {(keyof typeof controls)[]} */ (Object.keys(controls));
  names.forEach(name => { controls[name].value = before[name]; });

  return form({}, async () => {
    // Sends only the changed fields, so that concurrent changes of others are kept.
    const changed = names.filter(name => controls[name].value.trim() !== before[name]);
    if (changed.length > 0) {
      const changes = Object.fromEntries(changed.map(name => [name, controls[name].value.trim()]));
      await post('/emulator/products/change', { retailerId: product.retailerId, ...changes });
    }
    done();
  },
  field('Title', controls.title), field('Description', controls.description),
  h('div', { class: 'row-fields' }, field(`Price in ${product.price.currency}`, controls.price), field('Availability', controls.availability)),
  field('Address of the picture', controls.image), h('div', { class: 'actions' }, submitButton('Save the changes')));
}

/** @param {Product} product @param {() => void} done */
function reviewForm({ retailerId, review }, done) {
  const verdict = select([['approved', 'Approved'], ['rejected', 'Rejected'], ['pending', 'Pending']]);
  const reason = input({ placeholder: 'Such as: prohibited content', maxlength: 200 });
  const reasonField = field('Reason', reason);
  const show = () => { reasonField.hidden = verdict.value !== 'rejected'; };
  verdict.value = ['approved', 'rejected', 'pending'].includes(review) ? review : 'approved';
  verdict.addEventListener('change', show);
  show();
  return form({}, async () => {
    const why = verdict.value === 'rejected' && reason.value.trim() !== '' ? { reason: reason.value.trim() } : {};
    await post('/emulator/products/review', { retailerId, verdict: verdict.value, ...why });
    done();
  }, h('h3', {}, 'Review by Meta'), field('Verdict', verdict, 'A rejected item is shown to nobody, and leaves the carts. Whether it can still be sent Meta does not say: here it can.'), reasonField,
  h('div', { class: 'actions' }, h('button', { class: 'button' }, 'Set the verdict')));
}
