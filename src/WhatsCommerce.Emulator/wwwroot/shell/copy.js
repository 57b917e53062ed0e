import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';
import { notify } from './toast.js';

/**
 * A button that copies a text and confirms it.
 * @param {string} label such as `Copy the token`
 * @param {() => string} text
 * @param {string} [caption] shown on the button; without one it is only an icon
 */
export function copyButton(label, text, caption) {
  const said = h('span', { class: 'visually-hidden', role: 'status' });
  const picture = h('span', { class: 'swap' }, icon(icons.copy));
  const look = caption ? { class: 'button' } : { class: 'icon-button', 'aria-label': label };
  const button = h('button', { type: 'button', title: label, onclick: copy, ...look }, picture, caption);

  async function copy() {
    if (!await write(text(), button)) {
      notify('The browser does not let this page copy. Select the text and copy it by hand.', 'problem');
      return;
    }
    picture.replaceChildren(icon(icons.check));
    said.textContent = 'Copied';
    setTimeout(() => {
      picture.replaceChildren(icon(icons.copy));
      said.textContent = '';
    }, 1500);
  }

  return h('span', { class: 'copy' }, button, said);
}

/** @param {string} text @param {HTMLElement} button @returns {Promise<boolean>} */
async function write(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http from another machine the Clipboard API is missing. The text area is beside the button, inside its dialog.
    const area = /** @type {HTMLTextAreaElement} */ (h('textarea', { class: 'visually-hidden', 'aria-hidden': 'true' }));
    area.value = text;
    button.after(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    button.focus();
    return isCopied;
  }
}
