import { released } from '../core/press.js';

// Requests to the endpoints of the inbox. Acts carry a header of their own, which other pages cannot send along.

const root = document.querySelector('meta[name=inbox]')?.getAttribute('content') ?? '';

/** @param {string} path @returns {Promise<any>} what it answers; null when it is not there */
export async function get(path) {
  const answer = await fetch(`${root}/api/${path}`, { headers: { Accept: 'application/json' } });
  const body = answer.ok ? await answer.json() : null;
  await released();
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(answer.status === 401 || answer.status === 403 ? 'You are signed out. Reload the page.' : `The inbox did not answer (${answer.status}).`);
  }
  return body;
}

/**
 * Does something in a conversation.
 * @param {string} customer
 * @param {string} act
 * @param {object} [body]
 * @returns {Promise<string | null>} the problem; null when it is done
 */
export async function act(customer, act, body = {}) {
  try {
    const answer = await fetch(`${root}/api/conversations/${encodeURIComponent(customer)}/${act}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Inbox': '1' }, body: JSON.stringify(body),
    });
    const told = await answer.json().catch(() => null);
    await released();
    return answer.ok ? null : told?.problem ?? `The inbox did not answer (${answer.status}).`;
  } catch {
    return 'The inbox cannot be reached.';
  }
}

/**
 * Follows what changes. The browser connects again by itself.
 * @param {{ rows: (rows: any[]) => void, writing: (one: { customer: string, by: string }) => void, open: () => void }} on
 */
export function follow(on) {
  const source = new EventSource(`${root}/api/events`);
  source.addEventListener('open', on.open);
  source.addEventListener('rows', event => on.rows(JSON.parse(event.data)));
  source.addEventListener('writing', event => on.writing(JSON.parse(event.data)));
}

/** A key by which an act is done once, however often it is sent. */
export function newKey() {
  return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}
