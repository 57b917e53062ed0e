import { released } from './press.js';

/** The emulator refused the request; the message is a sentence for the user. */
export class ProblemError extends Error {}

/**
 * Sends a GET request.
 * @template T
 * @param {string} path such as `/emulator/settings`
 * @returns {Promise<T>}
 */
export function get(path) {
  return request(path, { headers: { Accept: 'application/json' } });
}

/**
 * Sends a POST request.
 * @template T
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<T>}
 */
export function post(path, body = {}) {
  return request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

/**
 * @param {string} path
 * @param {RequestInit} init
 */
async function request(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ProblemError('The emulator does not respond. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  await released();
  if (!response.ok) {
    throw new ProblemError(answer.error ?? `The emulator answered ${response.status}.`);
  }
  return answer;
}
