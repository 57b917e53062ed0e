/** @type {WeakMap<Element, unknown>} */
const keys = new WeakMap();

/**
 * Updates the children of an element from a list. The element of an item is reused as long as the item exists, so that focus, scroll
 * position and the position of a screen reader are kept.
 * @template T
 * @template {Element} E
 * @param {Element} parent has no other children
 * @param {T[]} items
 * @param {(item: T) => unknown} key
 * @param {(item: T) => E} make
 * @param {(element: E, item: T) => void} update called for new elements too
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
  // Moving an element that has the focus would remove the focus.
  const focused = element.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  parent.insertBefore(element, before);
  focused?.focus({ preventScroll: true });
}
