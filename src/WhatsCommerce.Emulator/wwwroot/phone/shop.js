import { store } from '../core/store.js';

/** @typedef {import('../core/types').Product} Product */

/** The text for a catalog that the business has hidden or disconnected since. */
export const catalogGone = 'This catalog is no longer available';

/** Whether the customer can see the catalog now. */
export function isCatalogOpen() {
  const catalog = store.settings?.catalog;
  return catalog !== undefined && catalog.isConnected && catalog.isVisible;
}

/** Whether the customer can order. */
export function hasCart() {
  return isCatalogOpen() && store.settings?.catalog.isCartEnabled === true;
}

/** @param {Product | null | undefined} product @returns {product is Product} */
export function canBeOrdered(product) {
  return product !== null && product !== undefined && product.canBeOrdered && !product.isHidden;
}

/** The title that WhatsApp shows for every catalog. */
export function catalogTitle() {
  return `${store.settings?.business.name ?? 'Business'}'s catalog`;
}

/** The retailer id of the first item, whose picture represents the catalog. */
export function firstItem() {
  return store.settings?.catalog.first ?? null;
}

/** The text of Meta's availability for a customer. @param {Product} product */
export function availabilityText(product) {
  const words = product.availability.replace(/_/g, ' ').trim();
  return canBeOrdered(product) ? words.charAt(0).toUpperCase() + words.slice(1) : words === 'in stock' || words === '' ? 'Unavailable' : `Unavailable: ${words}`;
}

/** What distinguishes a variant in its group: `M, blue`; empty when it is not a variant. @param {Product | null | undefined} product */
export function variantWords(product) {
  return Object.values(product?.variant ?? {}).join(', ');
}
