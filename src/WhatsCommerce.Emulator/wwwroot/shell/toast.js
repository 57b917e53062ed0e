import { h, icon } from '../core/dom.js';
import { iconButton } from './controls.js';
import { icons } from './icons.js';

const shownFor = 6000;

/** Where the page says what went wrong, and what was done where that is not to be seen. */
export class ToastArea extends HTMLElement {
  connectedCallback() {
    this.setAttribute('aria-live', 'polite');
  }
}

customElements.define('toast-area', ToastArea);

/**
 * Says something. A problem stays until it is dismissed.
 * @param {string} text
 * @param {'done' | 'problem'} [kind]
 */
export function notify(text, kind = 'done') {
  const toast = h('div', { class: `toast ${kind}`, role: kind === 'problem' ? 'alert' : null },
    icon(kind === 'problem' ? icons.warning : icons.check), h('p', {}, text), iconButton('Dismiss', icons.close, () => toast.remove()));
  // What lies outside an open dialog can be neither heard nor clicked.
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.querySelector('toast-area');
  const shown = [...place?.querySelectorAll('.toast') ?? []];
  shown.find(other => other.querySelector('p')?.textContent === text)?.remove();
  place?.append(toast);
  if (kind === 'done') {
    setTimeout(() => toast.remove(), shownFor);
  }
}

/**
 * Does something of the emulator and says it when that goes wrong.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [done] said when it went well
 * @returns {Promise<T | undefined>} undefined when it went wrong
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
