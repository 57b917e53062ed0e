import { store } from '../core/store.js';

/**
 * Returns a function that requests a drawing; however often it is called, there is one drawing per frame.
 * @param {() => void} draw
 * @returns {() => void}
 */
export function oncePerFrame(draw) {
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        draw();
      });
    }
  };
}

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
