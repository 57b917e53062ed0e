import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import { captionPart, mediaPart, mediaTypes } from './media.js';
import { answer } from './answers.js';
import { cartOrder } from './cart-order.js';
import { contactsPart } from './contacts.js';
import { interactive } from './interactive.js';
import { locationPart } from './location.js';
import { template } from './template.js';
import { textMessage } from './text-part.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {(HTMLElement | null)[]} Parts */
/**
 * The content of a bubble: its parts, the buttons at its foot, its style, and whether the phone knows its kind.
 * @typedef {{ parts: Parts, buttons?: Parts, look?: string, isUnknown?: boolean }} Content
 */

/**
 * The content of a message. Every message is drawn: an unknown or malformed one as a card with the name of its kind.
 * @param {Entry} entry
 * @param {CustomerPhone} phone
 * @returns {Content}
 */
export function messageContent(entry, phone) {
  try {
    return known(entry, phone) ?? unknown(entry);
  } catch (error) {
    console.warn(`A message of kind ${entry.kind} could not be drawn:`, error);
    return unknown(entry);
  }
}

/** @param {Entry} entry @param {CustomerPhone} phone @returns {Content | null} */
function known(entry, phone) {
  const type = entry.kind.split('.')[0];
  const part = entry.json?.[type];
  if (mediaTypes.includes(type) && part) {
    const played = entry.author === 'business' ? () => phone.played(entry) : undefined;
    return { parts: [mediaPart(type, part, played), captionPart(part)], look: type === 'sticker' ? 'bare' : 'wide' };
  }
  switch (type) {
    case 'text': return typeof part?.body === 'string' ? { parts: textMessage(part, phone) } : null;
    case 'interactive': return interactive(entry, phone) ?? answer(entry);
    case 'button': return answer(entry);
    case 'template': return template(entry, phone);
    case 'order': return cartOrder(part, phone);
    case 'location': return { parts: [locationPart(part)], look: 'wide' };
    case 'contacts': return { parts: contactsPart(part) };
    default: return null;
  }
}

const longestShown = 4000;

/** @param {Entry} entry @returns {Content} */
function unknown(entry) {
  const json = JSON.stringify(entry.json, null, 2) ?? '';
  return {
    isUnknown: true,
    parts: [h('div', { class: 'unknown' },
      h('p', {}, `This phone cannot draw a message of the kind `, h('code', {}, entry.kind)),
      entry.text ? h('p', {}, entry.text) : null,
      h('details', {}, h('summary', {}, 'Its JSON'), h('pre', {}, json.length > longestShown ? json.slice(0, longestShown) + '…' : json)))],
  };
}

/** @type {Record<string, string>} */
const kindNames = {
  image: 'Picture', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker', order: 'Cart', location: 'Location', contacts: 'Contact',
  'interactive.product': 'Product', 'interactive.product_list': 'Products', 'interactive.catalog_message': 'Catalog', 'interactive.carousel': 'Carousel',
};

/** A short text of a message. @param {Entry} entry */
export function inShort(entry) {
  return entry.text || kindNames[entry.kind] || kindNames[entry.kind.split('.')[0]] || entry.kind;
}

/** The author of a message, as the customer sees it. @param {Entry} entry */
export function authorName(entry) {
  return entry.author === 'customer' ? 'You' : store.settings?.business.name ?? 'Business';
}
