// The browser clicks only if a press ends on the element where it began. What the page is told meanwhile is therefore drawn after the
// release: an element that was replaced or moved in between would swallow the click.

/** Longer than anybody presses, in milliseconds: a release over a scrollbar or in another window may never be reported. */
const longestPress = 5000;

/** @type {(() => void)[]} */
const waiting = [];
let isPressed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let end;

/**
 * Runs something now, or, while a button, a finger or the space bar is pressed, after its release and the click.
 * @param {() => void} act
 */
export function whenReleased(act) {
  if (isPressed) {
    waiting.push(act);
  } else {
    act();
  }
}

/** Resolves when nothing is pressed. @returns {Promise<void>} */
export function released() {
  return new Promise(whenReleased);
}

function press() {
  isPressed = true;
  endIn(longestPress);
}

function release() {
  if (isPressed) {
    // The click is dispatched right after the release, before any timer.
    endIn(0);
  }
}

/** @param {number} wait in milliseconds */
function endIn(wait) {
  clearTimeout(end);
  end = setTimeout(() => {
    isPressed = false;
    waiting.splice(0).forEach(act => queueMicrotask(act));
  }, wait);
}

addEventListener('pointerdown', press, true);
addEventListener('keydown', event => event.key === ' ' && press(), true);
['pointerup', 'pointercancel', 'keyup'].forEach(name => addEventListener(name, release, true));
addEventListener('pointermove', event => event.buttons === 0 && release(), true);
// Not captured: only the window itself, not the elements that lose the focus to the pressed one.
addEventListener('blur', release);
