import { timeOfDay } from './format.js';

/** @typedef {import('../core/types').Attempt} Attempt */
/** @typedef {import('../core/types').Settings} Settings */
/** @typedef {{ tone: 'success' | 'danger' | 'muted', words: string, sentence: string }} Health */

/**
 * How the app behind the callback does, by the last webhook that it was sent: in a few words, and in a sentence.
 * @param {Settings} settings
 * @param {Attempt | null} last
 * @returns {Health}
 */
export function healthOf({ callback }, last) {
  if (callback === null) {
    return { tone: 'muted', words: 'no app', sentence: 'No app is connected: webhooks are not delivered.' };
  }
  if (last === null) {
    return { tone: 'success', words: 'app connected', sentence: `Connected to ${callback}; no webhook has been sent to it yet.` };
  }
  const at = timeOfDay(last.at);
  if (last.status === 200) {
    return { tone: 'success', words: 'app answers', sentence: `The app at ${callback} accepted the last webhook, at ${at}.` };
  }
  return last.status === null
    ? { tone: 'danger', words: 'app does not answer', sentence: `The app at ${callback} did not respond to the last webhook, at ${at}: ${last.problem ?? 'no response'}.` }
    : { tone: 'danger', words: `app answers ${last.status}`, sentence: `The app at ${callback} responded with ${last.status} to the last webhook, at ${at}.` };
}
