/** @typedef {import('../core/types').Settings} Settings */
/** @typedef {import('../core/types').TrafficDetails} TrafficDetails */

/** Headers that curl writes itself, or that belong to one connection only. */
const ownHeaders = new Set([
  'host', 'content-length', 'connection', 'transfer-encoding', 'accept-encoding', 'user-agent', 'expect', 'keep-alive', 'te', 'upgrade',
]);

/**
 * Quotes a text as one word of a POSIX shell, whatever it contains.
 * @param {string} text
 */
export function quote(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Returns a curl command that sends a body to an address.
 * @param {string} method
 * @param {string} address
 * @param {[name: string, value: string][]} headers
 * @param {string} body
 */
export function curl(method, address, headers, body) {
  // --globoff: brackets in an address are not a pattern. --data-raw: an @ at the start of the body is not a file.
  const words = [`curl --globoff -X ${quote(method)} ${quote(address)}`];
  headers.forEach(([name, value]) => words.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`));
  if (body !== '') {
    words.push(`--data-raw ${quote(body)}`);
  }
  return words.join(' \\\n  ');
}

/**
 * Returns a traffic row as a command: a request with its token, a webhook with its signature and exactly the bytes that it covers.
 * @param {TrafficDetails} details
 * @param {Settings | null} settings
 */
export function curlOf(details, settings) {
  const headers = Object.entries(details.headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()));
  const at = headers.findIndex(([name]) => name.toLowerCase() === 'authorization');
  if (details.kind === 'request' && settings && (at < 0 || isMasked(headers[at][1]))) {
    headers.splice(at < 0 ? 0 : at, at < 0 ? 0 : 1, ['Authorization', `Bearer ${settings.accessToken}`]);
  }
  return curl(details.method, details.address, headers, details.body);
}

/**
 * Returns a command that sends a text to a customer.
 * @param {Settings} settings
 * @param {import('../core/types').Customer | null} customer
 */
export function curlOfText(settings, customer) {
  const recipient = customer && customer.phone === null ? { recipient: customer.userId } : { to: customer?.phone ?? '+15550100' };
  const body = { messaging_product: 'whatsapp', recipient_type: 'individual', ...recipient, type: 'text', text: { body: 'Hello!' } };
  return curl('POST', `${settings.baseAddress}${settings.graphVersion}/${settings.business.phoneNumberId}/messages`,
    [['Authorization', `Bearer ${settings.accessToken}`], ['Content-Type', 'application/json']], JSON.stringify(body));
}

/** @param {string} value */
function isMasked(value) {
  return /\*{3}|…|\[.*\]/.test(value);
}
