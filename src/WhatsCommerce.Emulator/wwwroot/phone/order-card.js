import { h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { icons } from './icons.js';
import { live } from './live.js';
import { amountText } from './money.js';
import { productPicture } from './drawing.js';
import { Sheet } from './sheet.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * The card of order details: what is ordered, and what it costs.
 * @param {any} details the parameters of `review_and_pay`
 * @returns {HTMLElement}
 */
export function orderDetailsCard(details) {
  const items = itemsOf(details);
  const first = items[0];
  return h('div', { class: 'order-card' },
    live(() => h('div', { class: 'line' }, productPicture(first?.image?.link ? { image: first.image.link } : store.product(String(first?.retailer_id ?? ''))),
      h('span', { class: 'words' },
        h('span', { class: 'product-title' }, items.length === 1 ? String(first?.name ?? '') : `${items.length} items`),
        h('span', { class: 'product-description' }, items.length === 1 ? `Quantity ${first?.quantity ?? 1}` : items.slice(0, 3).map(item => item?.name).join(', ')),
        h('span', { class: 'product-description' }, `Order ${details?.reference_id ?? ''}`)))),
    h('p', { class: 'total' }, h('span', {}, 'Total'), h('strong', {}, amountText(details?.total_amount, details?.currency))),
    live(() => {
      const state = stateOf(details);
      return h('p', { class: `order-state ${state.look}` }, state.words);
    }, { followsChat: true }));
}

/**
 * How an order stands now: as the last message about it says, and whether it is paid.
 * @param {any} details
 * @returns {{ words: string, look: '' | 'good' | 'gone', isOpen: boolean }}
 */
function stateOf(details) {
  const id = String(details?.reference_id ?? '');
  const told = store.entries.findLast(({ kind, json }) => kind === 'interactive.order_status' && json?.interactive?.action?.parameters?.reference_id === id);
  const status = String(told?.json.interactive.action.parameters.order?.status ?? details?.order?.status ?? 'pending');
  const payment = store.entries.findLast(({ kind, json }) => kind === 'interactive.order_details' && json?.interactive?.action?.parameters?.reference_id === id)?.payment;
  const isPaid = payment === 'captured';
  const isCanceled = status === 'canceled';
  const paid = isPaid ? 'Paid' : payment === 'failed' ? 'Payment failed' : isCanceled ? 'Not paid' : 'Waiting for payment';
  return {
    words: status === 'pending' ? paid : `${statusText(status)} · ${paid.toLowerCase()}`,
    look: isCanceled || payment === 'failed' ? 'gone' : isPaid ? 'good' : '', isOpen: !isPaid && !isCanceled,
  };
}

/**
 * Opens the order details, line by line.
 * @param {any} details
 * @param {CustomerPhone} phone
 */
export function openOrderDetails(details, phone) {
  const order = details?.order ?? {};
  const money = (/** @type {any} */ amount) => amountText(amount, details?.currency);
  const sums = [['Subtotal', order.subtotal], ['Tax', order.tax], ['Shipping', order.shipping], ['Discount', order.discount]].filter(([, amount]) => amount);
  const sheet = new Sheet(phone, 'Order details', { look: 'page', name: 'order-details' });
  const pay = async (/** @type {boolean} */ succeeds) => {
    if (await phone.act({ type: 'pay', text: String(details?.reference_id ?? ''), succeeds })) {
      sheet.close();
      phone.tell(succeeds ? `${money(details?.total_amount)} paid` : 'The payment has failed; it can be tried again.');
    }
  };
  const payButtons = () => stateOf(details).isOpen ? [
    h('button', { type: 'button', class: 'primary', onclick: () => pay(true) }, `Pay ${money(details?.total_amount)}`),
    h('button', { type: 'button', class: 'secondary', onclick: () => pay(false) }, 'Let the payment fail')] : [];
  sheet.show(
    h('dl', { class: 'pairs' },
      ...pair('Order', details?.reference_id), h('dt', {}, 'Status'), h('dd', {}, live(() => stateOf(details).words, { followsChat: true })), ...pair('Kind', String(details?.type ?? '').replace(/-/g, ' ')),
      ...(order.expiration ? pair('Expires', order.expiration.description ?? expiry(order.expiration.timestamp)) : [])),
    h('ul', { class: 'lines' }, ...itemsOf(details).map(item => h('li', { class: 'line' }, h('span', { class: 'words' },
      h('span', { class: 'product-title' }, String(item?.name ?? item?.retailer_id ?? '')),
      h('span', { class: 'product-description' }, `Quantity ${item?.quantity ?? 1}`),
      h('span', { class: 'price' }, item?.sale_amount ? h('strong', {}, money(item.sale_amount)) : null, item?.sale_amount ? ' ' : null,
        h(item?.sale_amount ? 's' : 'span', {}, money(item?.amount))))))),
    h('dl', { class: 'sums' }, ...sums.flatMap(([label, amount]) => [
      h('dt', {}, amount.description && amount.description !== '' ? `${label} (${amount.description})` : label),
      h('dd', {}, (label === 'Discount' ? '− ' : '') + money(amount))])),
    h('p', { class: 'total' }, h('span', {}, 'Total'), h('strong', {}, money(details?.total_amount))),
    ...payments(details),
    live(payButtons, { followsChat: true }));
}

/** @param {any} details @returns {HTMLElement[]} */
function payments(details) {
  const settings = Array.isArray(details?.payment_settings) ? details.payment_settings : [];
  const names = [details?.payment_type, details?.payment_configuration, ...settings.map((/** @type {any} */ setting) => setting?.payment_gateway?.type ?? setting?.type)]
    .filter(name => typeof name === 'string' && name !== '');
  return names.length === 0 ? [] : [h('p', { class: 'footer' }, `Payment: ${[...new Set(names)].join(', ').replace(/_/g, ' ')}`)];
}

const steps = ['pending', 'processing', 'shipped', 'completed'];

/**
 * The card of an order's status.
 * @param {any} parameters of `review_order`: `{reference_id, order: {status, description}, payment}`
 * @returns {HTMLElement}
 */
export function orderStatusCard(parameters) {
  const status = String(parameters?.order?.status ?? parameters?.payment?.status ?? '');
  const reached = steps.indexOf(status.replace(/^partially[-_]shipped$/, 'shipped'));
  return h('div', { class: 'order-card', 'data-status': status },
    h('div', { class: 'line' }, h('span', { class: 'picture' }, icon(icons.order)), h('span', { class: 'words' },
      h('span', { class: 'product-title' }, `Order ${statusText(status).toLowerCase()}`),
      h('span', { class: 'product-description' }, `Order ${parameters?.reference_id ?? ''}`),
      parameters?.order?.description ? h('span', { class: 'product-description' }, String(parameters.order.description)) : null,
      parameters?.payment?.status ? h('span', { class: 'product-description' }, `Payment ${statusText(parameters.payment.status).toLowerCase()}`) : null)),
    reached < 0 ? null : h('div', { class: 'steps', 'aria-hidden': 'true' }, ...steps.map((_, index) => h('span', { class: index <= reached ? 'reached' : '' }))));
}

/** @param {any} details @returns {any[]} */
function itemsOf(details) {
  return Array.isArray(details?.order?.items) ? details.order.items : [];
}

/** @param {unknown} status */
function statusText(status) {
  const words = String(status ?? '').replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {unknown} timestamp seconds since 1970 */
function expiry(timestamp) {
  const at = new Date(Number(timestamp) * 1000);
  return Number.isNaN(at.getTime()) ? String(timestamp) : at.toLocaleString();
}

/** @param {string} name @param {unknown} value @returns {HTMLElement[]} */
function pair(name, value) {
  return value ? [h('dt', {}, name), h('dd', {}, String(value))] : [];
}
