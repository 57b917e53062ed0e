import { h, icon } from '../core/dom.js';
import { iconButton } from './controls.js';
import { icons } from './icons.js';

const shownFor = 6000;

/** The area for messages: errors, and confirmations of actions whose effect is not visible. */
export class ToastArea extends HTMLElement {
  connectedCallback() {
    this.setAttribute('aria-live', 'polite');
  }
}

customElements.define('toast-area', ToastArea);

/**
 * Shows a message over the page, in place of the last one of its kind. A problem stays until it is dismissed.
 * @param {string} text
 * @param {'done' | 'problem'} [kind]
 */
export function notify(text, kind = 'done') {
  const toast = h('div', { class: `toast ${kind}`, role: kind === 'problem' ? 'alert' : null },
    icon(kind === 'problem' ? icons.warning : icons.check), h('p', {}, text), iconButton('Dismiss', icons.close, () => toast.remove()));
  // Outside an open modal dialog a message could be neither announced nor clicked.
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.querySelector('toast-area');
  place?.querySelectorAll(`.toast.${kind}`).forEach(other => other.remove());
  place?.append(toast);
  if (kind === 'done') {
    setTimeout(() => toast.remove(), shownFor);
  }
}

/**
 * Runs an operation of the emulator, and shows a message when it fails.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [done] shown on success
 * @returns {Promise<T | undefined>} undefined when it failed
 */
export async function attempt(work, done) {
  try {
    const result = await work();
    if (done) {
      notify(done);
    }
    return result;
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), 'problem');
    return undefined;
  }
}
