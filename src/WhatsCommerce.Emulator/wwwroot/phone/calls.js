import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { actionButton } from './buttons.js';
import { icons } from './icons.js';
import { redraw } from './live.js';
import { Sheet } from './sheet.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('../core/types').CustomerAction} CustomerAction */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/** The card of a message that requests the permission to call. */
export function callRequestCard() {
  return h('div', { class: 'call-card' }, icon(icons.phone), h('strong', {}, 'May we call you?'));
}

/**
 * The button with which the customer decides.
 * @param {Entry} entry
 * @param {CustomerPhone} phone
 */
export function callRequestButton(entry, phone) {
  return actionButton('Choose preference', () => openCalls(phone, entry), icons.phone);
}

/**
 * Opens what the customer can do about calls: call the business, and decide whether it may call.
 * @param {CustomerPhone} phone
 * @param {Entry} [request] the message that requests the permission; the profile of the business otherwise
 */
export function openCalls(phone, request) {
  const name = store.settings?.business.name ?? 'the business';
  const sheet = new Sheet(phone, request ? `Let ${name} call you?` : `Calls with ${name}`, { name: 'calls' });
  const choice = (/** @type {string} */ label, /** @type {CustomerAction} */ action, look = 'secondary') => h('button', {
    type: 'button', class: look, onclick: async () => {
      if (await phone.act(action)) {
        sheet.close();
      }
    },
  }, label);
  const about = request ? { messageId: request.id } : {};
  const choices = h('div', { class: 'call-choices' });
  // What the customer may decide changes while the sheet is open: by the business, on the workbench, by the answer to a choice.
  const draw = () => {
    redraw(choices,
      h('p', {}, permissionWords()),
      request ? null : choice(`Call ${name}`, { type: 'call' }, 'primary'),
      choice('Allow for 7 days', { type: 'allow-calls', isPermanent: false, ...about }),
      choice('Always allow', { type: 'allow-calls', isPermanent: true, ...about }),
      request ? choice('Do not allow', { type: 'decline-calls', messageId: request.id })
        : store.customer?.calls.permission !== 'none' ? choice('Do not allow any more', { type: 'revoke-calls' }) : null);
  };
  store.addEventListener('customers', draw);
  sheet.onclose = () => store.removeEventListener('customers', draw);
  draw();
  sheet.show(choices);
}

/** Whether the business may call now, as a sentence. */
function permissionWords() {
  const calls = store.customer?.calls;
  switch (calls?.permission) {
    case 'permanent': return 'The business may always call you.';
    case 'temporary': return `The business may call you until ${new Date(calls.until ?? '').toLocaleString()}.`;
    default: return 'The business may not call you.';
  }
}
