import { h, safeAddress } from '../core/dom.js';

/** @typedef {import('../core/dom.js').Child} Child */

/** @type {Record<string, string>} */
const elements = { '*': 'strong', _: 'em', '~': 's' };
const code = /```([\s\S]+?)```|`([^`\n]+)`/g;
const link = /\b(?:https?:\/\/|wa\.me\/)[^\s<>"]+/gi;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * The text of a message with WhatsApp's formatting as elements: *bold*, _italic_, ~strike~, `code`, ```mono``` and links.
 * @param {unknown} text
 * @param {(address: string, label: string) => Node} [toLink] makes the element of a link; a plain anchor unless given
 * @returns {Node[]}
 */
export function formatted(text, toLink = anchor) {
  return split(String(text ?? ''), code, match => [h(match[1] === undefined ? 'code' : 'pre', {}, match[1] ?? match[2])],
    between => split(between, link, match => linkAndRest(match[0], toLink), rest => rest.split(/(\n)/).flatMap(line => marked(line, elements))));
}

/** The addresses in a text, in their order. @param {unknown} text @returns {string[]} */
export function links(text) {
  return [...String(text ?? '').matchAll(link)].map(match => toAddress(withoutEnd(match[0])));
}

/**
 * An address of the web that somebody wrote into a message; one that is not whole would lead into this page.
 * @param {unknown} address
 * @returns {string | null}
 */
export function webAddress(address) {
  return typeof address === 'string' && URL.canParse(address) ? safeAddress(address) : null;
}

/**
 * A link out of the page.
 * @param {string} address
 * @param {Child} label
 * @returns {Node} text when the address is none that may be followed
 */
export function anchor(address, label) {
  const href = webAddress(address);
  return href === null ? document.createTextNode(String(label)) : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(match: RegExpMatchArray) => Node[]} toNodes
 * @param {(between: string) => Node[]} others
 */
function split(text, pattern, toNodes, others) {
  /** @type {Node[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(...others(text.slice(end, match.index)), ...toNodes(match));
    end = match.index + match[0].length;
  }
  nodes.push(...others(text.slice(end)));
  return nodes;
}

/** @param {string} found @param {(address: string, label: string) => Node} toLink @returns {Node[]} */
function linkAndRest(found, toLink) {
  const label = withoutEnd(found);
  const rest = found.slice(label.length);
  return [toLink(toAddress(label), label), ...(rest ? [document.createTextNode(rest)] : [])];
}

/** A full stop after an address ends the sentence. @param {string} found */
function withoutEnd(found) {
  return found.replace(/[.,;:!?)\]}'*_~]+$/, '');
}

/** @param {string} label */
function toAddress(label) {
  return /^https?:/i.test(label) ? label : `https://${label}`;
}

/**
 * Markers within one line. A marker opens before a word and closes after one, never within one: a*b*c is no bold. Each can hold the others,
 * not itself, so that nesting ends.
 * @param {string} line
 * @param {Record<string, string>} markers
 * @returns {Node[]}
 */
function marked(line, markers) {
  /** @type {Node[]} */
  const nodes = [];
  const hopeless = new Set();
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const marker = line[at];
    if (!(marker in markers) || hopeless.has(marker) || !opens(line, at)) {
      continue;
    }
    const end = closing(line, at, marker);
    if (end < 0) {
      hopeless.add(marker);
      continue;
    }
    const inner = Object.fromEntries(Object.entries(markers).filter(([other]) => other !== marker));
    nodes.push(document.createTextNode(line.slice(start, at)), h(markers[marker], {}, ...marked(line.slice(at + 1, end), inner)));
    start = end + 1;
    at = end;
  }
  if (start < line.length) {
    nodes.push(document.createTextNode(line.slice(start)));
  }
  return nodes;
}

/** @param {string} line @param {number} at */
function opens(line, at) {
  return !wordCharacter.test(line[at - 1] ?? '') && /\S/.test(line[at + 1] ?? '') && line[at + 1] !== line[at];
}

/** @param {string} line @param {number} from @param {string} marker */
function closing(line, from, marker) {
  for (let at = line.indexOf(marker, from + 2); at >= 0; at = line.indexOf(marker, at + 1)) {
    if (/\S/.test(line[at - 1]) && !wordCharacter.test(line[at + 1] ?? '')) {
      return at;
    }
  }
  return -1;
}
