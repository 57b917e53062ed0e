import { h, icon } from '../core/dom.js';
import { actionButton, copyButton, linkButton } from './buttons.js';
import { callRequestButton, callRequestCard } from './calls.js';
import { carousel } from './carousel.js';
import { catalogCard } from './catalog-card.js';
import { openFlowForm } from './form-sheet.js';
import { icons } from './icons.js';
import { locationPart } from './location.js';
import { mediaPart, mediaTypes } from './media.js';
import { openOrderDetails, orderDetailsCard, orderStatusCard } from './order-card.js';
import { productCard } from './product-card.js';
import { openSections, productListCard, readSections } from './product-list.js';
import { textPart } from './text-part.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {import('./message.js').Parts} Parts */
/** @typedef {{ entry: Entry, phone: CustomerPhone }} Around */

/**
 * A template: its definition with the parameters of the message filled in; without a definition, the parameters only.
 * @param {Entry} entry
 * @param {CustomerPhone} phone
 * @returns {import('./message.js').Content}
 */
export function template(entry, phone) {
  const sent = list(entry.json?.template?.components);
  const around = { entry, phone };
  const { parts, buttons } = components(entry.template, sent, around);
  const name = entry.template ? null : h('div', { class: 'template-name' }, `Template ${entry.json?.template?.name ?? ''}`);
  const words = entry.template || parts.some(part => part !== null) ? null : textPart(entry.text, phone);
  return { look: 'wide', parts: [name, words, ...parts], buttons };
}

/**
 * @param {any[] | null} definition
 * @param {any[]} sent
 * @param {Around} around
 * @returns {{ parts: Parts, buttons: Parts }}
 */
function components(definition, sent, around) {
  const defined = (/** @type {string} */ type) => definition?.find(component => isType(component, type));
  const given = (/** @type {string} */ type) => sent.find(component => isType(component, type));
  const cards = list(given('carousel')?.cards);
  const cardDefinitions = list(defined('carousel')?.cards);
  const buttons = buttonParts(defined('buttons')?.buttons, sent.filter(component => isType(component, 'button')), around);
  const status = list(given('order_status')?.parameters)[0]?.order_status;
  const asksToCall = defined('call_permission_request') !== undefined;
  return {
    parts: [
      header(defined('header'), given('header'), around),
      ...buttons.cards,
      offer(defined('limited_time_offer'), given('limited_time_offer')),
      status ? orderStatusCard(status) : null,
      asksToCall ? callRequestCard() : null,
      textPart(filled(defined('body')?.text, given('body')), around.phone),
      cards.length === 0 ? null : carousel(cards.map((card, index) => {
        // A carousel of product cards is defined with two cards and sent with up to ten.
        const content = components(list((cardDefinitions[index] ?? cardDefinitions.at(-1))?.components), list(card?.components), around);
        return h('div', {}, ...[...content.parts, ...content.buttons].filter(part => part !== null));
      })),
      textPart(defined('footer')?.text, around.phone, 'footer'),
    ],
    buttons: asksToCall ? [...buttons.buttons, callRequestButton(around.entry, around.phone)] : buttons.buttons,
  };
}

/** @param {any} definition @param {any} sent @param {Around} around */
function header(definition, sent, { phone }) {
  const parameter = list(sent?.parameters)[0];
  const type = String(parameter?.type ?? definition?.format ?? '').toLowerCase();
  if (mediaTypes.includes(type)) {
    return mediaPart(type, parameter?.[type]);
  }
  if (type === 'product') {
    return productCard(String(parameter?.product?.product_retailer_id ?? ''), phone);
  }
  if (type === 'location') {
    return locationPart(parameter?.location);
  }
  const text = filled(definition?.text, sent);
  return text ? h('div', { class: 'headline' }, text) : null;
}

/** @param {any} definition @param {any} sent */
function offer(definition, sent) {
  if (!definition && !sent) {
    return null;
  }
  const ends = new Date(Number(list(sent?.parameters)[0]?.limited_time_offer?.expiration_time_ms));
  return h('div', { class: 'call-card' }, icon(icons.order), h('span', { class: 'words' },
    h('strong', {}, String(definition?.limited_time_offer?.text ?? 'Limited-time offer')),
    Number.isNaN(ends.getTime()) ? null : h('span', { class: 'product-description' }, `Ends ${ends.toLocaleString()}`)));
}

/**
 * A text with its variables `{{1}}` or `{{name}}` replaced by the parameters; the parameters themselves if the text is unknown.
 * @param {unknown} text
 * @param {any} sent
 */
function filled(text, sent) {
  const parameters = list(sent?.parameters);
  if (typeof text !== 'string') {
    return parameters.map(parameterText).filter(Boolean).join(' · ');
  }
  return text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (place, name) => {
    const parameter = parameters.find(given => given?.parameter_name === name) ?? (/^\d+$/.test(name) ? parameters[Number(name) - 1] : undefined);
    return parameter === undefined ? place : parameterText(parameter);
  });
}

/** @param {any} parameter */
function parameterText(parameter) {
  return String(parameter?.text ?? parameter?.currency?.fallback_value ?? parameter?.date_time?.fallback_value ?? parameter?.payload ?? '');
}

/**
 * @param {unknown} definitions
 * @param {any[]} sent
 * @param {Around} around
 * @returns {{ cards: Parts, buttons: Parts }}
 */
function buttonParts(definitions, sent, around) {
  const known = list(definitions);
  const all = known.length > 0
    ? known.map((definition, index) => ({ definition, given: sent.find(button => Number(button?.index ?? 0) === index) }))
    : sent.map(given => ({ definition: null, given }));
  const drawn = all.map(({ definition, given }) => button(definition, given, around));
  return { cards: drawn.map(({ card }) => card ?? null), buttons: drawn.map(one => one.button) };
}

/**
 * @param {any} definition
 * @param {any} given
 * @param {Around} around
 * @returns {{ card?: HTMLElement, button: HTMLElement }}
 */
function button(definition, given, { entry, phone }) {
  const type = String(definition?.type ?? given?.sub_type ?? '').toLowerCase();
  const parameter = list(given?.parameters)[0];
  const action = parameter?.action;
  const label = (/** @type {string} */ otherwise) => String(definition?.text ?? otherwise);
  switch (type) {
    case 'quick_reply': {
      const payload = String(parameter?.payload ?? definition?.text ?? parameter?.text ?? '');
      return { button: actionButton(label(payload), () => phone.act({ type: 'button', messageId: entry.id, button: payload }), icons.reply) };
    }
    case 'url':
      return definition?.url === undefined && parameter
        ? { button: copyButton(label(`Open link ${parameterText(parameter)}`), parameterText(parameter), phone) }
        : { button: linkButton(label('Open link'), filled(definition?.url, given)) };
    case 'catalog':
      return { card: catalogCard(action?.thumbnail_product_retailer_id, phone), button: actionButton(label('View catalog'), () => phone.openCatalog(), icons.catalog) };
    case 'mpm': {
      const sections = readSections(action?.sections, entry.products);
      return {
        card: productListCard('', sections, phone, action?.thumbnail_product_retailer_id),
        button: actionButton(label('View items'), () => openSections('Items', sections, phone), icons.list),
      };
    }
    case 'spm': return { button: actionButton(label('View'), () => entry.products[0] && phone.openProduct(entry.products[0])) };
    case 'copy_code': case 'otp': {
      const code = String(parameter?.coupon_code ?? parameter?.text ?? definition?.example ?? '');
      return { button: copyButton(label('Copy code'), code, phone) };
    }
    case 'flow': return { button: actionButton(label('Open form'), () => openFlowForm(entry.id, { ...action, flow_cta: label('Form') }, phone), icons.form) };
    case 'order_details': return {
      card: orderDetailsCard(action?.order_details), button: actionButton(label('Review and pay'), () => openOrderDetails(action?.order_details, phone), icons.order),
    };
    case 'voice_call': return { button: actionButton(label('Call'), () => phone.act({ type: 'call', messageId: entry.id }), icons.phone) };
    case 'phone_number':
      return { button: actionButton(label('Call'), () => phone.tell(`The phone would dial ${definition?.phone_number ?? 'the number'}.`), icons.phone) };
    default: return { button: actionButton(label(type || 'Button'), () => phone.tell(`Buttons of the kind ${type || 'unknown'} do nothing here.`)) };
  }
}

/** @param {any} component @param {string} type */
function isType(component, type) {
  return String(component?.type ?? '').toLowerCase() === type;
}

/** @param {unknown} value @returns {any[]} */
function list(value) {
  return Array.isArray(value) ? value : [];
}
