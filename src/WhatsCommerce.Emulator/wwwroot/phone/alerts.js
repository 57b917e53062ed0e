import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';

const noticeTime = 5000;

/**
 * How a message is shown: an error or a warning stays until it is dismissed, a notice disappears by itself. Each replaces the last one
 * with the same key: by default, that of its kind.
 * @typedef {{ kind?: 'error' | 'warning' | 'notice', key?: string, ondismiss?: () => void }} Telling
 */

/** The messages that lie over the screen of the phone and move nothing on it: errors are announced as alerts, notices as statuses. */
export class Alerts {
  element = h('div', { class: 'phone-alerts' });

  /** @param {() => void} ondone takes the focus when the message that had it is dismissed */
  constructor(ondone) {
    this.ondone = ondone;
  }

  /**
   * @param {string} text
   * @param {Telling} [how]
   */
  tell(text, { kind = 'notice', key = kind, ondismiss } = {}) {
    this.clear(key);
    const alert = h('div', { class: `phone-alert ${kind}`, role: kind === 'notice' ? 'status' : 'alert', 'data-key': key },
      h('p', {}, text),
      h('button', {
        type: 'button', class: 'phone-button', 'aria-label': 'Dismiss', onclick: () => {
          alert.remove();
          ondismiss?.();
          this.ondone();
        },
      }, icon(icons.close)));
    this.element.append(alert);
    if (kind === 'notice') {
      setTimeout(() => alert.remove(), noticeTime);
    }
  }

  /** @param {string} [key] all by default */
  clear(key) {
    [...this.element.children].filter(alert => key === undefined || /** @type {HTMLElement} */ (alert).dataset.key === key).forEach(alert => alert.remove());
  }
}
