/**
 * Makes a list a single tab stop (roving tabindex): the arrow keys, Home and End move inside it.
 * @param {HTMLElement} list
 * @param {string} selector the elements to move between, such as `button.row`
 * @returns {() => void} to be called after each drawing of the list
 */
export function roving(list, selector) {
  const stops = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(selector)]);
  /** @type {HTMLElement | null} */
  let current = null;

  list.addEventListener('keydown', event => {
    const all = stops();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 })[event.key];
    if (at >= 0 && next !== undefined && all[next]) {
      event.preventDefault();
      all[next].focus();
    }
  });
  list.addEventListener('focusin', event => {
    const stop = /** @type {HTMLElement} */ (event.target).closest(selector);
    if (stop instanceof HTMLElement && stop !== current) {
      current = stop;
      mark();
    }
  });

  function mark() {
    const all = stops();

    // Nobody has been in the list yet, or the element is gone: the stop is where one looks first, however the list has changed.
    const stop = current !== null && all.includes(current) ? current : all.find(one => one.getAttribute('aria-current') === 'true') ?? all[0];
    all.forEach(one => { one.tabIndex = one === stop ? 0 : -1; });
  }

  return mark;
}
