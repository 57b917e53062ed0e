// Everything on the page is made here: elements and texts, never markup. What a customer or a business writes stays text.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element: `h('button', { class: 'send', onclick: send, 'aria-label': 'Send' }, 'Send')`. A function is a listener (`onclick`),
 * true and false set and leave out an attribute, null and undefined leave it out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...nodes(children));
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * An icon of one path in a box of 24 by 24, hidden from screen readers: what it means is said by the control that holds it.
 * @param {string} path
 * @param {string} [className]
 * @returns {SVGElement}
 */
export function icon(path, className = 'icon') {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svgNamespace, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/**
 * Puts other children into an element.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function nodes(children) {
  return children.flat().filter(child => child !== null && child !== undefined && child !== false).map(child => child instanceof Node ? child : String(child));
}

/**
 * An address that may stand in an `href` or `src`: http, https, or a path of this page; anything else (javascript:, data: with markup) is none.
 * @param {unknown} address
 * @returns {string | null}
 */
export function safeAddress(address) {
  if (typeof address !== 'string' || !URL.canParse(address, location.href)) {
    return null;
  }
  const url = new URL(address, location.href);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
