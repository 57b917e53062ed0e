import { fill } from '../core/dom.js';
import { store } from '../core/store.js';

/** @typedef {import('../core/dom.js').Child} Child */

const focusable = 'a[href], button, input, select, textarea, summary';

/**
 * Replaces the children of an element, but only if they differ: equal content stays, with its focus and its scroll position. If the
 * focus was in replaced content, it moves to the control in the same position.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 * @returns {boolean} whether anything was different
 */
export function redraw(element, ...children) {
  const fresh = document.createElement('div');
  fill(fresh, ...children);
  const isSame = fresh.childNodes.length === element.childNodes.length
    && [...fresh.childNodes].every((node, index) => node.isEqualNode(element.childNodes[index]));
  if (isSame) {
    return false;
  }
  const active = document.activeElement;
  const place = active && element.contains(active) ? [...element.querySelectorAll(focusable)].indexOf(active) : -1;
  element.replaceChildren(...fresh.childNodes);
  if (place >= 0) {
    const controls = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(focusable));
    controls[Math.min(place, controls.length - 1)]?.focus({ preventScroll: true });
  }
  return true;
}

/** A part of a message that shows the current catalog: redrawn whenever products or settings change. */
class LivePart extends HTMLElement {
  /** @type {() => (Child | Child[])} */ draw = () => [];
  update = () => {
    redraw(this, this.draw());
  };

  followsChat = false;

  /** Another source whose `change` event redraws it. @type {EventTarget | null} */ follows = null;

  connectedCallback() {
    this.follows?.addEventListener('change', this.update);
    store.addEventListener('products', this.update);
    store.addEventListener('settings', this.update);
    if (this.followsChat) {
      store.addEventListener('chat', this.update);
    }
    this.update();
  }

  disconnectedCallback() {
    this.follows?.removeEventListener('change', this.update);
    store.removeEventListener('chat', this.update);
    store.removeEventListener('products', this.update);
    store.removeEventListener('settings', this.update);
  }
}

customElements.define('live-part', LivePart);

/**
 * A part that follows the catalog.
 * @param {() => (Child | Child[])} draw
 * @param {{ follows?: EventTarget, followsChat?: boolean }} [options] another source whose `change` event redraws it; whether the chat does too
 * @returns {HTMLElement}
 */
export function live(draw, { follows, followsChat = false } = {}) {
  const part = /** @type {LivePart} */ (document.createElement('live-part'));
  part.draw = draw;
  part.follows = follows ?? null;
  part.followsChat = followsChat;
  part.update();
  return part;
}
