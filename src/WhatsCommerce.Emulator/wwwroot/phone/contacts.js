import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';
import { anchor } from './text-format.js';

const most = 20;

/**
 * The cards of contacts.
 * @param {any[]} contacts
 * @returns {HTMLElement[]}
 */
export function contactsPart(contacts) {
  const shown = contacts.slice(0, most).map(contact => h('details', { class: 'contact' },
    h('summary', {}, h('span', { class: 'phone-avatar small' }, icon(icons.person)),
      h('span', { class: 'words' }, h('span', { class: 'product-title' }, name(contact)),
        h('span', { class: 'product-description' }, contact?.org?.company ?? contact?.phones?.[0]?.phone ?? ''))),
    h('dl', { class: 'pairs' }, ...details(contact).flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, value)]))));
  return contacts.length > most ? [...shown, h('div', { class: 'footer' }, `and ${contacts.length - most} more`)] : shown;
}

/** @param {any} contact */
function name(contact) {
  return String(contact?.name?.formatted_name ?? contact?.name?.first_name ?? 'Contact');
}

/** @param {any} contact @returns {[string, Node | string][]} */
function details(contact) {
  const list = (/** @type {any} */ value) => Array.isArray(value) ? value.slice(0, most) : [];
  /** @type {[string, Node | string][]} */
  const lines = [
    ...list(contact?.phones).map(phone => line(phone.type ?? 'Phone', phone.phone ?? phone.wa_id)),
    ...list(contact?.emails).map(email => line(email.type ?? 'E-mail', email.email)),
    ...list(contact?.addresses).map(at => line(at.type ?? 'Address', [at.street, at.zip, at.city, at.state, at.country].filter(Boolean).join(', '))),
    ...list(contact?.urls).map(url => /** @type {[string, Node]} */ ([String(url.type ?? 'Web'), anchor(String(url.url ?? ''), String(url.url ?? ''))])),
    line('Birthday', contact?.birthday),
    line('Work', [contact?.org?.title, contact?.org?.department, contact?.org?.company].filter(Boolean).join(', ')),
  ];
  return lines.filter(([, value]) => value !== '');
}

/** @param {unknown} label @param {unknown} value @returns {[string, string]} */
function line(label, value) {
  return [String(label), String(value ?? '')];
}
