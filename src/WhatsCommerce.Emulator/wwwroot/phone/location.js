import { h, icon } from '../core/dom.js';
import { icons } from './icons.js';
import { anchor } from './text-format.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./customer-phone.js').CustomerPhone} CustomerPhone */

/**
 * A location: a drawn map, its name and address, and its coordinates. No map is fetched.
 * @param {any} place
 * @returns {HTMLElement}
 */
export function locationPart(place) {
  return h('div', { class: 'location' },
    h('div', { class: 'map' }, icon(icons.location)),
    h('div', { class: 'location-words' },
      place?.name ? h('span', { class: 'product-title' }, place.url ? anchor(String(place.url), String(place.name)) : String(place.name)) : null,
      place?.address ? h('span', { class: 'product-description' }, String(place.address)) : null,
      h('span', { class: 'product-description' }, `${place?.latitude ?? '?'}, ${place?.longitude ?? '?'}`)));
}

/** Opens a form in which the customer enters a location. @param {CustomerPhone} phone */
export function openLocationForm(phone) {
  const sheet = new Sheet(phone, 'Share a location', { name: 'location' });
  const field = (/** @type {string} */ label, /** @type {string} */ name, /** @type {string} */ value, /** @type {Record<string, unknown>} */ more = {}) =>
    h('label', { class: 'phone-field' }, h('span', {}, label), h('input', { name, value, autocomplete: 'off', ...more }));
  const form = /** @type {HTMLFormElement} */ (h('form', {
    class: 'phone-form', onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      const data = new FormData(form);
      const text = (/** @type {string} */ name) => String(data.get(name) ?? '').trim();
      const isSent = await phone.act({
        type: 'location', latitude: Number(text('latitude')), longitude: Number(text('longitude')),
        ...(text('name') ? { name: text('name') } : {}), ...(text('address') ? { address: text('address') } : {}),
      });
      if (isSent) {
        sheet.close();
      }
    },
  },
  field('Latitude', 'latitude', '52.5163', { type: 'number', step: 'any', min: -90, max: 90, required: true }),
  field('Longitude', 'longitude', '13.3777', { type: 'number', step: 'any', min: -180, max: 180, required: true }),
  field('Name', 'name', 'Brandenburg Gate', { maxlength: 100 }),
  field('Address', 'address', 'Pariser Platz, 10117 Berlin', { maxlength: 300 }),
  h('button', { type: 'submit', class: 'primary' }, 'Send location')));
  sheet.show(form);
}
