import { h } from '../core/dom.js';
import { catalogLinkPreview, followCatalogLink, readCatalogLink } from './catalog-card.js';
import { anchor, formatted, links } from './text-format.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * The parts of a text message: the previews of its links above its text.
 * @param {any} part
 * @param {CustomerPhone} phone
 * @returns {(HTMLElement | null)[]}
 */
export function textMessage(part, phone) {
  const addresses = links(part.body);
  const catalogs = addresses.map(readCatalogLink).filter(link => link !== null).slice(0, 3);
  const preview = catalogs.length === 0 && part.preview_url === true && addresses.length > 0 ? linkPreview(addresses[0]) : null;
  return [...catalogs.map(link => catalogLinkPreview(link, phone)), preview, textPart(part.body, phone)];
}

/**
 * A formatted text; a link to a catalog opens the catalog on this phone.
 * @param {unknown} words
 * @param {CustomerPhone} phone
 * @param {string} [className]
 * @returns {HTMLElement | null}
 */
export function textPart(words, phone, className = 'text') {
  if (typeof words !== 'string' || words === '') {
    return null;
  }
  return h('div', { class: className }, ...formatted(words, (address, label) => {
    const link = readCatalogLink(address);
    const element = anchor(address, label);
    if (link !== null) {
      element.addEventListener('click', event => {
        event.preventDefault();
        followCatalogLink(link, phone);
      });
    }
    return element;
  }));
}

/** @param {string} address */
function linkPreview(address) {
  return URL.canParse(address)
    ? h('div', { class: 'link-preview' }, h('span', { class: 'words' }, h('span', { class: 'product-title' }, new URL(address).hostname),
      h('span', { class: 'product-description' }, address.slice(0, 120))))
    : null;
}
