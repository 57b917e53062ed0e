/** Keeps the rows of a list in their places while the pointer or the keyboard focus is on it, so that nobody picks another one than meant. */
export class HeldOrder {
  #list;
  /** The place of each row before. @type {Map<unknown, number>} */ #places = new Map();

  /**
   * @param {Element} list
   * @param {() => void} redraw requests a drawing, when the list is left
   */
  constructor(list, redraw) {
    this.#list = list;
    list.addEventListener('pointerleave', redraw);
    list.addEventListener('focusout', redraw);
  }

  /**
   * Returns the items in the order to draw: the given one, or the previous one with new items first.
   * @template T
   * @param {T[]} items
   * @param {(item: T) => unknown} key
   * @returns {T[]}
   */
  of(items, key) {
    if (this.#isHeld) {
      const place = (/** @type {T} */ item) => this.#places.get(key(item)) ?? -1;
      return [...items].sort((one, other) => place(one) - place(other));
    }
    this.#places = new Map(items.map((item, place) => [key(item), place]));
    return items;
  }

  get #isHeld() {
    // After a touch there is no pointer, but still a hovered element.
    return this.#list.matches(':focus-within') || (this.#list.matches(':hover') && matchMedia('(hover: hover)').matches);
  }
}
