import { whenReleased } from './press.js';

/**
 * Returns a function that requests a drawing; however often it is called, there is one drawing per frame, and none while something is
 * pressed.
 * @param {() => void} draw
 * @returns {() => void}
 */
export function oncePerFrame(draw) {
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => whenReleased(() => {
        isAsked = false;
        draw();
      }));
    }
  };
}
