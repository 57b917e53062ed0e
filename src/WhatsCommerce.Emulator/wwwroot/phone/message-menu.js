import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';
import { Sheet } from './sheet.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const forwardable = ['interactive.product', 'interactive.product_list', 'interactive.catalog_message', 'interactive.carousel'];

/**
 * Opens the menu of a message: react, reply, and forward messages that show products.
 * @param {Entry} entry
 * @param {CustomerPhone} phone
 */
export function openMessageMenu(entry, phone) {
  const sheet = new Sheet(phone, 'Message', { name: 'message-menu' });
  const react = async (/** @type {string} */ emoji) => {
    if (await phone.act({ type: 'reaction', messageId: entry.id, emoji })) {
      sheet.close();
    }
  };
  const mine = ownReaction(entry.id);
  const item = (/** @type {string} */ label, /** @type {string} */ shape, /** @type {() => void} */ act) => h('button', {
    type: 'button', class: 'menu-item', onclick: () => {
      sheet.close();
      act();
    },
  }, icon(shape), label);
  sheet.show(
    h('div', { class: 'emojis', role: 'group', 'aria-label': 'Reactions' }, ...emojis.map(emoji => h('button', {
      type: 'button', class: 'emoji', 'aria-label': `React with ${emoji}`, 'aria-pressed': String(emoji === mine), onclick: () => react(emoji === mine ? '' : emoji),
    }, emoji))),
    item('Reply', icons.reply, () => phone.replyTo(entry)),
    canForward(entry) ? item('Forward', icons.forward, () => openForward(entry, phone)) : null);
}

/** @param {Entry} entry */
function canForward(entry) {
  return forwardable.includes(entry.kind) && (entry.products.length > 0 || entry.kind === 'interactive.catalog_message');
}

/** @param {string} messageId */
function ownReaction(messageId) {
  const last = store.entries.findLast(entry => entry.kind === 'reaction' && entry.author === 'customer' && entry.json?.reaction?.message_id === messageId);
  return last?.json.reaction.emoji ?? '';
}

/** @param {Entry} entry @param {CustomerPhone} phone */
function openForward(entry, phone) {
  const sheet = new Sheet(phone, 'Forward to', { name: 'forward', look: 'page' });
  const others = store.customers.filter(customer => customer.id !== store.customerId);
  sheet.show(
    others.length === 0 ? h('p', { class: 'empty' }, 'There is no other customer yet.') : null,
    ...others.map(customer => h('button', {
      type: 'button', class: 'menu-item', onclick: async () => {
        if (await phone.act({ type: 'forward', messageId: entry.id, to: customer.id })) {
          sheet.close();
          phone.tell(`Forwarded to ${customer.name}`);
        }
      },
    }, h('span', { class: 'phone-avatar small' }, icon(icons.person)), customer.name)));
}
