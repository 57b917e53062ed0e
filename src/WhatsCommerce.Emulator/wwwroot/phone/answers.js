import { h } from '../core/dom.js';
import { formatted } from './text-format.js';

/** @typedef {import('../core/types').Entry} Entry */

/**
 * The content of a customer's answer by a button, a list or a form.
 * @param {Entry} entry
 * @returns {import('./message.js').Content | null}
 */
export function answer(entry) {
  const interactive = entry.json?.interactive;
  const chosen = entry.json?.button ?? interactive?.button_reply ?? interactive?.list_reply;
  if (chosen) {
    const words = h('div', { class: 'text' }, String(chosen.title ?? chosen.text ?? chosen.id ?? ''));
    return { parts: [words, chosen.description ? h('div', { class: 'footer' }, String(chosen.description)) : null] };
  }
  if (interactive?.nfm_reply) {
    return { parts: form(interactive.nfm_reply) };
  }
  if (interactive?.call_permission_reply) {
    return { parts: [h('div', { class: 'text' }, permissionWords(interactive.call_permission_reply))] };
  }
  return null;
}

/** @param {any} reply a decision on calls */
function permissionWords({ response, is_permanent: isPermanent }) {
  return response !== 'accept' ? 'No calls from the business' : isPermanent === true ? 'The business may always call' : 'The business may call for 7 days';
}

/** @param {any} reply a completed form; its answers are JSON in a string @returns {HTMLElement[]} */
function form(reply) {
  const title = reply.name === 'address_message' ? 'Address' : 'Form sent';
  const body = typeof reply.body === 'string' && reply.body !== 'Sent' ? [h('div', { class: 'text' }, ...formatted(reply.body))] : [];
  return [h('div', { class: 'card-head' }, title), ...body, h('dl', { class: 'pairs' }, ...pairs(read(reply.response_json)).flatMap(
    ([name, value]) => [h('dt', {}, name.replace(/_/g, ' ')), h('dd', {}, value)]))];
}

/** @param {unknown} json */
function read(json) {
  try {
    return typeof json === 'string' ? JSON.parse(json) : json ?? {};
  } catch {
    return { answer: json };
  }
}

/** @param {any} response @returns {[string, string][]} */
function pairs(response) {
  return Object.entries({ ...response, ...(typeof response?.values === 'object' ? response.values : {}) })
    .filter(([name, value]) => name !== 'values' && name !== 'flow_token' && value !== '' && value !== null)
    .slice(0, 30)
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
}
