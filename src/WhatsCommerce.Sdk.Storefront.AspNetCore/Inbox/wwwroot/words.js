// Words for times, owners and events.

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const hour = 3_600_000;

// The shop's clock decides, not that of the agent's machine.
let ahead = 0;

/** @param {number} at the shop's time, in milliseconds since 1970 */
export function setNow(at) {
  ahead = at - Date.now();
}

export const now = () => Date.now() + ahead;

/** @param {number} at milliseconds since 1970 */
export const timeOf = at => clock.format(new Date(at));

/** @param {number} at */
export function shortTime(at) {
  return now() - at < 20 * hour ? clock.format(new Date(at)) : day.format(new Date(at));
}

/** How long anything but a template may be sent. @param {number} end @returns {string} */
export function windowLeft(end) {
  const left = end - now();
  if (left <= 0) {
    return 'Window closed';
  }
  return left >= hour ? `${Math.floor(left / hour)} h left` : `${Math.max(1, Math.floor(left / 60_000))} min left`;
}

/** @param {any} row @param {string} agent */
export function ownerOf(row, agent) {
  if (row.owner === 'Human') {
    return row.assignee === agent ? 'You' : row.assignee ?? 'Waiting for a person';
  }
  return row.owner === 'Other' ? 'Another program' : 'Storefront';
}

/** @param {any} row */
export const nameOf = row => row.name ?? row.address ?? 'Customer';

/** @type {Record<string, string>} */
const kinds = {
  image: 'Picture', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker', order: 'Cart', location: 'Place', product: 'Product',
  product_list: 'Products', carousel: 'Products', catalog_message: 'Catalog', template: 'Template', order_details: 'Order to pay', order_status: 'Order status',
};

/** @param {string | null} kind */
export const kindOf = kind => kind === null ? 'A message that was sent elsewhere' : kinds[kind] ?? kind.replace(/_/g, ' ');

/** @type {Record<string, string>} */
const events = {
  human_took_over: 'took the conversation over', human_gave_back: 'The conversation went back to the storefront', checkout_offered: 'The customer can pay',
  order_placed: 'Order placed', payment_received: 'Paid', payment_pending: 'The payment takes its time', payment_failed: 'The payment failed',
  payment_disputed: 'The customer disputes the payment', order_needs_review: 'The order needs review', order_refunded: 'Money was given back',
  order_advanced: 'The order went on', cart_made: 'The shop made a cart', control_taken: 'Another program took the conversation over',
  control_passed: 'Another program passed the conversation on',
};

/** What an event says, in a line. @param {any} entry */
export function eventWords(entry) {
  const what = events[entry.type] ?? String(entry.type ?? 'Something happened').replace(/_/g, ' ');
  const who = entry.type === 'human_took_over' ? `${entry.by ?? 'A person is asked for:'} ${entry.by ? what : 'nobody has come yet'}` : what;
  const parts = [who, entry.orderNumber ? `order ${entry.orderNumber}` : null, entry.amount, entry.by && entry.type !== 'human_took_over' ? `by ${entry.by}` : null,
    entry.text ? `(${entry.text.replace(/_/g, ' ')})` : null];
  return parts.filter(part => part).join(' · ');
}
