import { store } from '../core/store.js';

/**
 * A function that asks for a drawing; however often it is called, there is one drawing a frame.
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
 * Draws soon, and again whenever one of these parts of the store has changed.
 * @param {import('../core/store.js').Part[]} parts
 * @param {() => void} draw
 * @returns {() => void} ends it
 */
export function follow(parts, draw) {
  const ask = oncePerFrame(draw);
  parts.forEach(part => store.addEventListener(part, ask));
  ask();
  return () => parts.forEach(part => store.removeEventListener(part, ask));
}
