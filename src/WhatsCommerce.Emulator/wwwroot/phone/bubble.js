import { fill, h, icon } from '../core/dom.js';
import { store } from '../core/store.js';
import { productPicture, ticks } from './drawing.js';
import { icons } from './icons.js';
import { live, redraw } from './live.js';
import { openMessageMenu } from './message-menu.js';
import { authorName, inShort, messageContent } from './message.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {{ entry: Entry, emoji: string }} Reaction */

// 9:05 AM, but 09:05 where the day has 24 hours.
const isTwelveHours = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 === true;
const clock = new Intl.DateTimeFormat(undefined, { hour: isTwelveHours ? 'numeric' : '2-digit', minute: '2-digit' });

/**
 * The ticks of the customer's own messages. Those of the business have none on the customer's phone; what has been played is marked.
 * @param {Entry} entry
 */
function marksOf({ author, statuses }) {
  return author === 'customer' || statuses.includes('played') ? ticks(statuses) : null;
}

/** A message of the chat. Its content is drawn once; only its ticks and its reactions are updated. */
export class Bubble {
  #content = '';
  #isPinned = false;
  #reactions = h('div', { class: 'reactions' });
  #meta = h('div', { class: 'meta' });
  #box = h('div', { class: 'bubble-box' });
  #revision = -1;
  #reactionKey = '';

  /** @param {Entry} entry @param {CustomerPhone} phone */
  constructor(entry, phone) {
    this.phone = phone;
    this.entry = entry;
    this.element = h('article', { 'data-message-id': entry.id, 'data-kind': entry.kind, tabindex: '-1' }, this.#box, this.#reactions);
  }

  /**
   * Updates the message.
   * @param {Entry} entry
   * @param {Reaction[]} reactions
   * @param {boolean} isPinned
   */
  update(entry, reactions, isPinned) {
    const key = reactions.map(({ entry: { id }, emoji }) => id + emoji).join(' ');
    if (entry.revision !== this.#revision || isPinned !== this.#isPinned) {
      this.#revision = entry.revision;
      this.#isPinned = isPinned;
      this.entry = entry;
      const content = JSON.stringify([entry.kind, entry.json, entry.text, entry.products, entry.repliesTo, entry.forwardedBy, entry.template]);
      if (content !== this.#content) {
        this.#content = content;
        this.#draw();
      }
      // A message that failed never reached the phone; the customer sees a notice, and the business sees the failure in the traffic.
      this.element.hidden = entry.author === 'business' && entry.statuses.includes('failed');
      redraw(this.#meta, isPinned ? h('span', { class: 'pinned', role: 'img', 'aria-label': 'Pinned' }, icon(icons.pin)) : null,
        h('time', { datetime: entry.at }, clock.format(new Date(entry.at))), marksOf(entry));
    }
    if (key !== this.#reactionKey) {
      this.#reactionKey = key;
      redraw(this.#reactions, ...reactions.map(({ entry: by, emoji }) => h('span', {
        class: 'reaction', role: 'img', 'data-message-id': by.id, 'data-kind': by.kind, 'aria-label': `${authorName(by)} reacted with ${emoji}`,
      }, emoji)));
    }
  }

  #draw() {
    const { entry, phone } = this;
    const { parts, buttons = [], look = '', isUnknown = false } = messageContent(entry, phone);
    const shownButtons = buttons.filter(button => button !== null);
    this.element.className = `bubble ${entry.author === 'customer' ? 'outgoing' : 'incoming'} ${look}`;
    this.element.setAttribute('aria-label', `${authorName(entry)}, ${clock.format(new Date(entry.at))}`);
    this.element.toggleAttribute('data-unknown', isUnknown);
    fill(this.#box,
      entry.forwardedBy ? h('div', { class: 'forwarded' }, icon(icons.forward), ` Forwarded by ${entry.forwardedBy}`) : null,
      this.#quote(), ...parts, this.#meta,
      h('button', {
        type: 'button', class: 'phone-button message-menu', 'aria-label': `Actions for the message: ${inShort(entry).slice(0, 60)}`,
        onclick: () => openMessageMenu(this.entry, phone),
      }, icon(icons.down)),
      shownButtons.length > 0 ? h('div', { class: 'bubble-buttons' }, ...shownButtons) : null);
  }

  /** The quoted message or product. */
  #quote() {
    const { entry, phone } = this;
    const referred = entry.json?.context?.referred_product?.product_retailer_id;
    if (typeof referred === 'string') {
      return live(() => {
        const product = store.product(referred);
        return h('button', { type: 'button', class: 'quote', onclick: () => phone.openProduct(referred) },
          h('span', { class: 'quote-words' }, h('strong', {}, product?.title ?? referred), h('span', {}, product?.price.text ?? 'Product')), productPicture(product));
      });
    }
    if (entry.repliesTo === null) {
      return null;
    }
    const quoted = store.entries.find(other => other.id === entry.repliesTo);
    return h('button', { type: 'button', class: 'quote', onclick: () => phone.jumpTo(/** @type {string} */ (entry.repliesTo)) },
      h('span', { class: 'quote-words' }, h('strong', {}, quoted ? authorName(quoted) : 'Earlier message'),
        h('span', {}, quoted ? inShort(quoted).slice(0, 200) : 'It is no longer shown')));
  }
}
