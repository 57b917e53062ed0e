import { oncePerFrame } from '../core/frame.js';
import { store } from '../core/store.js';

/**
 * Draws in the next frame, and again whenever one of these parts of the store changes.
 * @param {import('../core/store.js').Part[]} parts
 * @param {() => void} draw
 * @returns {() => void} stops it
 */
export function follow(parts, draw) {
  const ask = oncePerFrame(draw);
  parts.forEach(part => store.addEventListener(part, ask));
  ask();
  return () => parts.forEach(part => store.removeEventListener(part, ask));
}
