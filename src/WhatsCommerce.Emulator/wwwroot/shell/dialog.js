import { h } from '../core/dom.js';
import { iconButton } from './controls.js';
import { icons } from './icons.js';

let opened = 0;

/**
 * Opens a modal dialog; the browser keeps the focus in it and returns it afterwards.
 * @param {string} title
 * @param {HTMLElement} content
 * @param {() => void} [onclose]
 * @returns {{ close: () => void }}
 */
export function openDialog(title, content, onclose) {
  const id = `dialog-${++opened}`;
  // A click outside closes a dialog without a form; in a form it would lose what was typed.
  const closedby = content.matches('form, :has(form)') ? 'closerequest' : 'any';
  const close = () => dialog.close();
  const dialog = /** @type {HTMLDialogElement} */ (h('dialog', { class: 'dialog', 'aria-labelledby': id, closedby },
    h('header', { class: 'dialog-header' }, h('h2', { id }, title), iconButton('Close', icons.close, close)),
    h('div', { class: 'dialog-content' }, content)));
  dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { close };
}
