import { h } from '../core/dom.js';
import { store } from '../core/store.js';
import './callback-form.js';
import { copyButton } from './copy.js';
import { curlOfText, quote } from './curl.js';
import { openDialog } from './dialog.js';

/** @typedef {import('../core/types').Settings} Settings */

/** Shows what an app needs to use this emulator. @param {Settings} settings */
export function openConnectDialog(settings) {
  const { business, catalog } = settings;
  /** @type {[name: string, value: string | null][]} */
  const facts = [
    ['Base address', settings.baseAddress],
    ['Access token', settings.accessToken],
    ['Phone number id', business.phoneNumberId],
    ['Phone number', business.phone],
    ['WhatsApp Business account id', business.businessAccountId],
    ['Business id', business.businessId],
    ['Catalog id', catalog.id],
    ['Graph version', settings.graphVersion],
    ['App secret', settings.appSecret],
    ['Verify token', settings.verifyToken],
  ];
  const customer = store.customer;
  openDialog('Connect your app', h('div', { class: 'connect' },
    h('section', { class: 'connect-part' }, h('h3', {}, '1. Where your app gets its webhooks'), h('callback-form')),
    h('h3', {}, '2. What your app needs'),
    h('p', {}, 'Point any client of the Cloud API at this address instead of graph.facebook.com.'),
    h('dl', { class: 'facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name),
      h('dd', {}, value ? [h('code', {}, value), copyButton(`Copy: ${name}`, () => value)] : h('span', { class: 'hint' }, 'none'))))),
    snippet('appsettings.json for WhatsCommerce.Sdk', jsonSettings(settings)),
    snippet('Environment variables', environment(settings)),
    snippet(`Send a text to ${customer?.name ?? 'a customer'}`, curlOfText(settings, customer))));
}

/** @param {string} title @param {string} text */
function snippet(title, text) {
  return h('section', { class: 'snippet' },
    h('header', {}, h('h3', {}, title), copyButton(`Copy: ${title}`, () => text, 'Copy')),
    h('pre', { tabindex: 0, role: 'region', 'aria-label': title }, h('code', {}, text)));
}

/** @param {Settings} settings */
function values({ baseAddress, accessToken, business, catalog, appSecret, verifyToken }) {
  return {
    BaseAddress: baseAddress,
    AccessToken: accessToken,
    PhoneNumberId: business.phoneNumberId,
    BusinessAccountId: business.businessAccountId,
    ...(catalog.id === null ? {} : { CatalogId: catalog.id }),
    Webhooks: { AppSecrets: [appSecret], VerifyToken: verifyToken },
  };
}

/** @param {Settings} settings */
function jsonSettings(settings) {
  return JSON.stringify({ WhatsCommerce: values(settings) }, null, 2);
}

/** @param {Settings} settings */
function environment(settings) {
  const { Webhooks, ...own } = values(settings);
  const all = { ...own, Webhooks__AppSecrets__0: Webhooks.AppSecrets[0], Webhooks__VerifyToken: Webhooks.VerifyToken };
  return Object.entries(all).map(([name, value]) => `export WhatsCommerce__${name}=${quote(value)}`).join('\n');
}
