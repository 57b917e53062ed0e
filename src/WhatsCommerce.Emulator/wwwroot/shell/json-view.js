import { h } from '../core/dom.js';

/** The most tokens to show: more would be slow, and nobody reads them; the whole body can be copied. */
const shownTokens = 20_000;
const shownLength = 200_000;

/**
 * Shows a body: JSON with indentation and colors, anything else unchanged. JSON is formatted token by token, not from a parsed object, so
 * that long numbers, duplicate members and their order are shown as sent.
 * @param {string} body
 * @param {string} label for screen readers
 */
export function jsonView(body, label) {
  return h('pre', { class: 'json', tabindex: 0, role: 'region', 'aria-label': label }, h('code', {}, isJson(body) ? layOut(body) : cut(body)));
}

/**
 * The same as text, to be edited: JSON with indentation, anything else unchanged, and so is JSON of which not all would be shown.
 * @param {string} body
 */
export function jsonText(body) {
  return isJson(body) && tokensOf(body).length <= shownTokens ? layOut(body).map(part => part instanceof Node ? part.textContent : part).join('') : body;
}

/** @param {string} body */
function isJson(body) {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} body */
function cut(body) {
  return body.length <= shownLength ? body : `${body.slice(0, shownLength)}\n… (${body.length - shownLength} more characters)`;
}

/** @param {string} body valid JSON @returns {string[]} */
function tokensOf(body) {
  return body.match(/"(?:\\.|[^"\\])*"|[-+.\dEe]+|true|false|null|[{}[\],:]/g) ?? [];
}

/** @param {string} body valid JSON @returns {(Node | string)[]} */
function layOut(body) {
  const tokens = tokensOf(body);
  /** @type {(Node | string)[]} */
  const parts = [];
  let depth = 0;
  const newLine = () => '\n' + '  '.repeat(Math.min(depth, 40));
  for (const [at, token] of tokens.slice(0, shownTokens).entries()) {
    const next = tokens[at + 1];
    if (token === '{' || token === '[') {
      depth++;
      parts.push(token, next === '}' || next === ']' ? '' : newLine());
    } else if (token === '}' || token === ']') {
      depth--;
      parts.push(tokens[at - 1] === '{' || tokens[at - 1] === '[' ? '' : newLine(), token);
    } else if (token === ',') {
      parts.push(',', newLine());
    } else if (token === ':') {
      parts.push(': ');
    } else {
      parts.push(h('span', { class: kindOf(token, next) }, token[0] === '"' ? readable(token) : token));
    }
  }
  if (tokens.length > shownTokens) {
    parts.push(`\n… (${tokens.length - shownTokens} more parts; copy the body to see them)`);
  }
  return parts;
}

/** @param {string} token @param {string | undefined} next */
function kindOf(token, next) {
  if (token[0] === '"') {
    return next === ':' ? 'json-key' : 'json-string';
  }
  return /^[-\d]/.test(token) ? 'json-number' : 'json-literal';
}

/** A string without unnecessary escapes. @param {string} token */
function readable(token) {
  return token.includes('\\') ? JSON.stringify(JSON.parse(token)) : token;
}
