import { h, safeAddress } from '../core/dom.js';

/** @typedef {import('../core/dom.js').Child} Child */

/** @type {Record<string, string>} */
const elements = { '*': 'strong', _: 'em', '~': 's' };
const code = /```([\s\S]+?)```|`([^`\n]+)`/g;
const link = /(?<![\p{L}\p{N}])(?:https?:\/\/|wa\.me\/)[^\s<>"]+/giu;
const wordCharacter = /[\p{L}\p{N}]/u;

/** The placeholder for a part that was taken out of the text: a private use character, which is not a letter. */
const placeholder = '\uE000';

/**
 * The text of a message with WhatsApp's formatting as elements: *bold*, _italic_, ~strike~, `code`, ```mono``` and links.
 * @param {unknown} text
 * @param {(address: string, label: string) => Node} [toLink] creates the element of a link; a plain anchor by default
 * @returns {Node[]}
 */
export function formatted(text, toLink = anchor) {
  // Code and links are taken out first, because they contain no formatting. Formatting may surround them.
  /** @type {Node[]} */
  const taken = [];
  const take = (/** @type {Node} */ node) => {
    taken.push(node);
    return placeholder;
  };
  const between = (/** @type {string} */ words) => words.replaceAll(placeholder, '\uFFFD').replace(link, found => {
    const label = withoutEnd(found);
    return take(toLink(toAddress(label), label)) + found.slice(label.length);
  });
  let rest = '';
  let end = 0;
  const whole = String(text ?? '');
  for (const match of whole.matchAll(code)) {
    rest += between(whole.slice(end, match.index)) + take(h(match[1] === undefined ? 'code' : 'pre', {}, match[1] ?? match[2]));
    end = match.index + match[0].length;
  }
  rest += between(whole.slice(end));
  return rest.split(/(\n)/).flatMap(line => marked(line, elements, taken));
}

/** The addresses in a text, in order. @param {unknown} text @returns {string[]} */
export function links(text) {
  return [...String(text ?? '').matchAll(link)].map(match => toAddress(withoutEnd(match[0])));
}

/**
 * The web address in a message; null for an incomplete one, which would be resolved relative to this page.
 * @param {unknown} address
 * @returns {string | null}
 */
export function webAddress(address) {
  return typeof address === 'string' && URL.canParse(address) ? safeAddress(address) : null;
}

/**
 * A link to another page.
 * @param {string} address
 * @param {Child} label
 * @returns {Node} plain text when the address is not safe
 */
export function anchor(address, label) {
  const href = webAddress(address);
  return href === null ? document.createTextNode(String(label)) : h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** Removes a full stop after an address, which ends the sentence. @param {string} found */
function withoutEnd(found) {
  return found.replace(/[.,;:!?)\]}'*_~]+$/, '');
}

/** @param {string} label */
function toAddress(label) {
  return /^https?:/i.test(label) ? label : `https://${label}`;
}

/**
 * The formatting of one line. A marker opens before a word and closes after one, never within one: a*b*c is not bold. Each can contain the
 * others, but not itself, so that nesting is bounded.
 * @param {string} line
 * @param {Record<string, string>} markers
 * @param {Node[]} taken the parts that the placeholders represent, in order; parts that are put back are removed from it
 * @returns {Node[]}
 */
function marked(line, markers, taken) {
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
    nodes.push(...putBack(line.slice(start, at), taken), h(markers[marker], {}, ...marked(line.slice(at + 1, end), inner, taken)));
    start = end + 1;
    at = end;
  }
  return [...nodes, ...putBack(line.slice(start), taken)];
}

/** @param {string} words @param {Node[]} taken @returns {Node[]} */
function putBack(words, taken) {
  return words.split(/(\uE000)/).filter(part => part !== '').map(part => part === placeholder ? taken.shift() ?? document.createTextNode('') : document.createTextNode(part));
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
