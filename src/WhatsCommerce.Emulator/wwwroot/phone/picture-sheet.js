import { h } from '../core/dom.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

const mostBytes = 5 * 1024 * 1024;

/**
 * Shows a selected picture, which can be sent with a caption.
 * @param {File} file
 * @param {CustomerPhone} phone
 */
export function openPicture(file, phone) {
  if (file.type !== 'image/jpeg' && file.type !== 'image/png') {
    phone.tell(`Only JPEG and PNG pictures can be sent; ${file.name} is ${file.type || 'of an unknown type'}.`, { kind: 'error' });
    return;
  }
  if (file.size > mostBytes) {
    phone.tell(`A picture can hold at most 5 MB; ${file.name} holds ${(file.size / 1024 / 1024).toFixed(1)} MB.`, { kind: 'error' });
    return;
  }
  const address = URL.createObjectURL(file);
  const sheet = new Sheet(phone, 'Send picture', { look: 'page', name: 'picture' });
  const caption = /** @type {HTMLInputElement} */ (h('input', { name: 'caption', maxlength: 1024, autocomplete: 'off' }));
  const send = /** @type {HTMLButtonElement} */ (h('button', { type: 'submit', class: 'primary' }, 'Send picture'));
  sheet.onclose = () => URL.revokeObjectURL(address);
  sheet.show(h('img', { class: 'picture-preview', src: address, alt: file.name }), h('form', {
    class: 'phone-form', onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      send.disabled = true;
      const data = await phone.attempt(() => toBase64(file));
      const text = caption.value.trim();
      if (data !== undefined && await phone.act({ type: 'image', data, mimeType: file.type, ...(text ? { caption: text } : {}) })) {
        sheet.close();
      }
      send.disabled = false;
    },
  }, h('label', { class: 'phone-field' }, h('span', {}, 'Caption'), caption), send));
}

/** @param {File} file @returns {Promise<string>} */
function toBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
}
