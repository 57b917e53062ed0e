/** @type {WeakMap<Element, unknown>} */
const keys = new WeakMap();

/**
 * Makes the children of an element follow a list. The element of an item stays the same as long as the item is there, so that focus, scrolling
 * and what a screen reader is reading survive.
 * @template T
 * @template {Element} E
 * @param {Element} parent holds nothing else
 * @param {T[]} items
 * @param {(item: T) => unknown} key
 * @param {(item: T) => E} make
 * @param {(element: E, item: T) => void} update called for new ones too
 */
export function drawKeyed(parent, items, key, make, update) {
  const kept = new Map([...parent.children].map(element => [keys.get(element), /** @type {E} */ (element)]));
  const wanted = new Set(items.map(key));
  kept.forEach((element, each) => !wanted.has(each) && element.remove());
  let place = parent.firstElementChild;
  for (const item of items) {
    const element = kept.get(key(item)) ?? make(item);
    keys.set(element, key(item));
    update(element, item);
    if (element === place) {
      place = place.nextElementSibling;
    } else {
      move(parent, element, place);
    }
  }
}

/** @param {Element} parent @param {Element} element @param {Element | null} before */
function move(parent, element, before) {
  // What has the focus would lose it by being moved.
  const focused = element.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  parent.insertBefore(element, before);
  focused?.focus({ preventScroll: true });
}
