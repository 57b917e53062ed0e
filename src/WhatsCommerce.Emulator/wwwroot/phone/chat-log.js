import { fill, h, icon } from '../core/dom.js';
import { oncePerFrame } from '../core/frame.js';
import { store } from '../core/store.js';
import { Bubble } from './bubble.js';
import { icons } from './icons.js';
import { live } from './live.js';
import { isCatalogOpen } from './shop.js';

/** @typedef {import('../core/types').Entry} Entry */
/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */
/** @typedef {import('./bubble.js').Reaction} Reaction */

const nearBottom = 48;

/**
 * The conversation. It is drawn at most once a frame, and only what has changed. It stays scrolled to the end while the reader is there,
 * and shows that there are new messages when the reader is not.
 */
export class ChatLog {
  /** @type {Map<string, Bubble | HTMLElement>} */ #drawn = new Map();
  /** @type {string | null} */ #customerId = null;
  #isAtEnd = true;
  #top = 0;
  #typing = h('div', { class: 'bubble incoming typing', role: 'img', 'aria-label': 'The business is typing', hidden: true }, h('span'), h('span'), h('span'));
  #list = h('div', { class: 'log-list' });
  #empty = h('div', { class: 'chat-empty', hidden: true });
  #log = h('div', {
    class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': 'Conversation', tabindex: '0', onscroll: () => this.#onScroll(),
  }, this.#empty, this.#list, this.#typing);
  #toEnd = h('button', { type: 'button', class: 'to-end', hidden: true, onclick: () => this.scrollToEnd() }, icon(icons.down), h('span', {}, 'New messages'));

  /** Schedules a drawing in the next frame. */
  schedule = oncePerFrame(() => this.#draw());

  /** @param {CustomerPhone} phone */
  constructor(phone) {
    this.phone = phone;
    this.#empty.append(...suggestion(phone));
    // Many messages have many buttons: this link lets the keyboard skip them in one step, and Escape leaves them.
    const skip = h('button', { type: 'button', class: 'skip', onclick: () => phone.composer.focus() }, 'Skip to writing a message');
    this.element = h('div', {
      class: 'chat', onkeydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Escape') {
          phone.composer.focus();
        }
      },
    }, skip, this.#log, this.#toEnd);
    // Pictures that arrive late must not push the last message out of sight.
    new ResizeObserver(() => this.#isAtEnd && this.scrollToEnd()).observe(this.#list);
    new ResizeObserver(() => this.#isAtEnd && this.scrollToEnd()).observe(this.#log);
  }

  focus() {
    this.#log.focus({ preventScroll: true });
  }

  scrollToEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#top = this.#log.scrollTop;
    this.#isAtEnd = true;
    this.#toEnd.hidden = true;
  }

  /**
   * Scrolls to a message and highlights it for a moment.
   * @param {string} id
   * @returns {boolean} whether it still exists
   */
  jumpTo(id) {
    const bubble = this.#drawn.get(id);
    const element = bubble instanceof Bubble ? bubble.element : bubble;
    element?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    element?.focus({ preventScroll: true });
    element?.classList.add('found');
    setTimeout(() => element?.classList.remove('found'), 1600);
    return element !== undefined;
  }

  #onScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.#log;
    if (scrollHeight - scrollTop - clientHeight < nearBottom) {
      this.#isAtEnd = true;
      this.#toEnd.hidden = true;
    } else if (scrollTop < this.#top) {
      // Only scrolling up leaves the end; a conversation that grows below does not.
      this.#isAtEnd = false;
    }
    this.#top = scrollTop;
  }

  #draw() {
    if (store.customerId !== this.#customerId) {
      this.#customerId = store.customerId;
      this.#drawn.clear();
      fill(this.#list);
      this.#isAtEnd = true;
    }
    const hasNew = this.#drawEntries();
    this.#typing.hidden = !store.isTyping;
    this.#empty.hidden = !store.isChatRead || store.entries.length > 0;
    if (this.#isAtEnd) {
      this.scrollToEnd();
    } else if (hasNew) {
      this.#toEnd.hidden = false;
    }
  }

  /** @returns {boolean} whether a message was added */
  #drawEntries() {
    const { entries } = store;
    const ids = new Set(entries.map(entry => entry.id));
    const { reactions, isPinned } = marks(entries);
    const wanted = new Set();
    let hasNew = false;
    let day = '';
    /** @type {ChildNode | null} */
    let next = this.#list.firstChild;
    const place = (/** @type {string} */ key, /** @type {HTMLElement} */ element) => {
      wanted.add(key);
      if (element === next) {
        next = element.nextSibling;
      } else {
        this.#list.insertBefore(element, next);
      }
    };
    for (const entry of entries) {
      const isOnOther = entry.kind === 'reaction' && ids.has(entry.json?.reaction?.message_id);
      if (isOnOther) {
        continue;
      }
      const entryDay = new Date(entry.at).toDateString();
      if (entryDay !== day) {
        day = entryDay;
        const key = `day ${day}`;
        place(key, this.#keep(key, () => h('div', { class: 'day' }, dayText(new Date(entry.at)))));
      }
      hasNew ||= !this.#drawn.has(entry.id);
      const line = lineOf(entry);
      if (line !== null) {
        place(entry.id, this.#keep(entry.id, () => h('div', { class: 'notice-line', 'data-message-id': entry.id, 'data-kind': entry.kind }, line)));
        continue;
      }
      let bubble = this.#drawn.get(entry.id);
      if (!(bubble instanceof Bubble)) {
        bubble = new Bubble(entry, this.phone);
        this.#drawn.set(entry.id, bubble);
      }
      bubble.update(entry, reactions.get(entry.id) ?? [], isPinned.has(entry.id));
      place(entry.id, bubble.element);
    }
    for (const [key, drawn] of this.#drawn) {
      if (!wanted.has(key)) {
        (drawn instanceof Bubble ? drawn.element : drawn).remove();
        this.#drawn.delete(key);
      }
    }
    return hasNew;
  }

  /** @param {string} key @param {() => HTMLElement} make @returns {HTMLElement} */
  #keep(key, make) {
    const kept = this.#drawn.get(key);
    if (kept instanceof HTMLElement) {
      return kept;
    }
    const made = make();
    this.#drawn.set(key, made);
    return made;
  }
}

/** What to begin an empty chat with. @param {CustomerPhone} phone @returns {HTMLElement[]} */
function suggestion(phone) {
  return [
    h('p', {}, 'No messages yet. Write as this customer, or send a message to them with your app.'),
    h('button', { type: 'button', class: 'primary', onclick: () => phone.act({ type: 'text', text: 'Hi!' }) }, 'Say “Hi!”'),
    live(() => isCatalogOpen() ? h('button', { type: 'button', class: 'secondary', onclick: () => phone.openCatalog() }, 'View the catalog') : null),
  ];
}

/**
 * The marks on messages: the last reaction of each author to a message, and pins.
 * @param {Entry[]} entries
 */
function marks(entries) {
  /** @type {Map<string, Reaction[]>} */
  const reactions = new Map();
  const isPinned = new Set();
  for (const entry of entries) {
    const reaction = entry.kind === 'reaction' ? entry.json?.reaction : null;
    if (reaction) {
      const others = (reactions.get(reaction.message_id) ?? []).filter(({ entry: other }) => other.author !== entry.author);
      reactions.set(reaction.message_id, reaction.emoji ? [...others, { entry, emoji: String(reaction.emoji) }] : others);
    } else if (entry.kind === 'pin') {
      isPinned[entry.json?.pin?.type === 'unpin' ? 'delete' : 'add'](entry.json?.pin?.message_id);
    }
  }
  return { reactions, isPinned };
}

/** The text of an entry that is a line in the middle and not a bubble; null for a message. @param {Entry} entry */
function lineOf(entry) {
  const who = entry.author === 'customer' ? 'You' : store.settings?.business.name ?? 'The business';
  if (entry.author === 'notice') {
    return entry.text ?? '';
  }
  if (entry.kind === 'reaction') {
    const emoji = entry.json?.reaction?.emoji;
    return emoji ? `${who} reacted with ${emoji} to an earlier message` : `${who} took back a reaction to an earlier message`;
  }
  return entry.kind === 'pin' ? `${who} ${entry.json?.pin?.type === 'unpin' ? 'unpinned' : 'pinned'} a message` : null;
}

/** @param {Date} date */
function dayText(date) {
  const midnight = (/** @type {Date} */ day) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  const days = (midnight(new Date()) - midnight(date)) / 86_400_000;
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : date.toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
}
