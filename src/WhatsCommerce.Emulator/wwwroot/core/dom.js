// All elements of the page are created here, as nodes and never as markup, so that what a customer or a business writes stays text.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Creates an element: `h('button', { class: 'send', onclick: send, 'aria-label': 'Send' }, 'Send')`. A function is a listener (`onclick`),
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
 * Creates an icon of one path in a 24 by 24 box, hidden from screen readers: the control that contains it has the label.
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
 * Replaces the children of an element.
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
 * Returns an address that is safe in an `href` or `src`: http, https, or a path of this page; null for anything else, such as javascript:.
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
