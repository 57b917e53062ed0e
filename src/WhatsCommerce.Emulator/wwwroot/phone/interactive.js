import { h } from '../core/dom.js';
import { actionButton, linkButton } from './buttons.js';
import { callRequestButton, callRequestCard } from './calls.js';
import { carousel } from './carousel.js';
import { catalogCard } from './catalog-card.js';
import { openAddressForm, openFlowForm } from './form-sheet.js';
import { icons } from './icons.js';
import { openList } from './list-sheet.js';
import { openLocationForm } from './location.js';
import { mediaPart, mediaTypes } from './media.js';
import { openOrderDetails, orderDetailsCard, orderStatusCard } from './order-card.js';
import { productCard } from './product-card.js';
import { openSections, productListCard, readSections } from './product-list.js';
import { textPart } from './text-part.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {import('./message.js').Content} Content */
/** @typedef {import('./message.js').Parts} Parts */

/**
 * The parts of each kind of interactive message: a card above its text, buttons below, cards side by side.
 * @type {Record<string, (interactive: any, entry: Entry, phone: CustomerPhone) => { card?: HTMLElement, buttons?: Parts, after?: HTMLElement }>}
 */
const kinds = {
  catalog_message: ({ action }, _, phone) => ({
    card: catalogCard(action?.parameters?.thumbnail_product_retailer_id, phone),
    buttons: [actionButton('View catalog', () => phone.openCatalog(), icons.catalog)],
  }),
  product: ({ action }, _, phone) => ({
    card: productCard(String(action?.product_retailer_id), phone),
    buttons: [actionButton('View', () => phone.openProduct(String(action?.product_retailer_id)))],
  }),
  product_list: ({ action, header }, entry, phone) => {
    const sections = readSections(action?.sections, entry.products);
    const title = String(header?.text ?? '');
    return { card: productListCard(title, sections, phone), buttons: [actionButton('View items', () => openSections(title, sections, phone), icons.list)] };
  },
  carousel: ({ action }, entry, phone) => ({ after: carousel(cardsOf(action).map(card => cardPart(card, entry, phone))) }),
  button: ({ action }, entry, phone) => ({ buttons: replyButtons(action?.buttons, entry, phone) }),
  list: ({ action }, entry, phone) => ({ buttons: [actionButton(action?.button, () => openList(entry.id, action, phone), icons.list)] }),
  cta_url: ({ action }) => ({ buttons: [linkButton(action?.parameters?.display_text, action?.parameters?.url)] }),
  flow: ({ action }, entry, phone) => ({ buttons: [actionButton(action?.parameters?.flow_cta, () => openFlowForm(entry.id, action?.parameters, phone), icons.form)] }),
  address_message: ({ action }, entry, phone) => ({ buttons: [actionButton('Provide address', () => openAddressForm(entry.id, action?.parameters, phone), icons.form)] }),
  location_request_message: (_, __, phone) => ({ buttons: [actionButton('Send location', () => openLocationForm(phone), icons.location)] }),
  request_contact_info: (_, entry, phone) => ({ buttons: [actionButton('Share contact info', () => phone.act({ type: 'contact', messageId: entry.id }), icons.person)] }),
  call_permission_request: (_, entry, phone) => ({ card: callRequestCard(), buttons: [callRequestButton(entry, phone)] }),
  voice_call: ({ action }, entry, phone) => ({
    buttons: [actionButton(action?.parameters?.display_text ?? 'Call now', () => phone.act({ type: 'call', messageId: entry.id }), icons.phone)],
  }),
  order_details: ({ action }, _, phone) => ({
    card: orderDetailsCard(action?.parameters), buttons: [actionButton('Review and pay', () => openOrderDetails(action?.parameters, phone), icons.order)],
  }),
  order_status: ({ action }) => ({ card: orderStatusCard(action?.parameters) }),
};

/**
 * @param {Entry} entry
 * @param {CustomerPhone} phone
 * @returns {Content | null} null when it is not a kind that a business sends
 */
export function interactive(entry, phone) {
  const message = entry.json?.interactive;
  const type = entry.kind.split('.')[1] ?? message?.type;
  if (!message || !Object.hasOwn(kinds, type)) {
    return null;
  }
  const { card, buttons, after } = kinds[type](message, entry, phone);
  // A product list shows its header as the title of its card.
  const header = type === 'product_list' ? null : headerPart(message.header);
  return {
    look: card || header?.classList.contains('media') || after ? 'wide' : '',
    parts: [header, card ?? null, textPart(message.body?.text, phone), after ?? null, textPart(message.footer?.text, phone, 'footer')],
    buttons,
  };
}

/** @param {any} header */
function headerPart(header) {
  if (typeof header?.text === 'string') {
    return h('div', { class: 'headline' }, header.text);
  }
  return mediaTypes.includes(header?.type) ? mediaPart(header.type, header[header.type]) : null;
}

/** @param {any} action @returns {any[]} */
function cardsOf(action) {
  return Array.isArray(action?.cards) ? [...action.cards].sort((left, right) => Number(left?.card_index ?? 0) - Number(right?.card_index ?? 0)) : [];
}

/** @param {any} card @param {Entry} entry @param {CustomerPhone} phone */
function cardPart(card, entry, phone) {
  const id = card?.action?.product_retailer_id;
  if (id !== undefined) {
    return h('div', {}, productCard(String(id), phone), actionButton('View', () => phone.openProduct(String(id))));
  }
  const link = card?.action?.parameters;
  return h('div', {}, headerPart(card?.header), textPart(card?.body?.text, phone),
    ...(link ? [linkButton(link.display_text, link.url)] : replyButtons(card?.action?.buttons, entry, phone)));
}

/** @param {any} buttons @param {Entry} entry @param {CustomerPhone} phone */
function replyButtons(buttons, entry, phone) {
  return (Array.isArray(buttons) ? buttons : []).map(button => {
    const reply = button?.reply ?? button?.quick_reply;
    return actionButton(reply?.title, () => phone.act({ type: 'button', messageId: entry.id, button: String(reply?.id ?? '') }), icons.reply);
  });
}
