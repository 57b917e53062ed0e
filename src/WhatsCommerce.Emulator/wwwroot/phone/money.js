// Money is calculated with integers and decimal text, never with floating point: prices of 0.1 and 0.2 must add up to 0.30.

/** @typedef {{ digits: bigint, scale: number }} Decimal a whole number of the unit that is 10 to the power of minus `scale` */

/**
 * Parses a decimal in JSON, a number or a string, `7.99`.
 * @param {unknown} value
 * @returns {Decimal | null} null when it is not a plain decimal
 */
export function decimal(value) {
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/.exec(String(value).trim());
  if (!match) {
    return null;
  }
  const [, sign, whole, fraction = ''] = match;
  return { digits: BigInt(sign + whole + fraction), scale: fraction.length };
}

/** @param {Decimal} value @param {number | bigint} factor a whole number @returns {Decimal} */
export function times(value, factor) {
  return { digits: value.digits * BigInt(factor), scale: value.scale };
}

/** @param {Decimal} left @param {Decimal} right @returns {Decimal} */
export function plus(left, right) {
  const scale = Math.max(left.scale, right.scale);
  const raise = (/** @type {Decimal} */ value) => value.digits * 10n ** BigInt(scale - value.scale);
  return { digits: raise(left) + raise(right), scale };
}

/**
 * The text of an amount: `€1,234.50`.
 * @param {Decimal} value
 * @param {unknown} currency an ISO 4217 code
 */
export function moneyText(value, currency) {
  const places = minorDigits(currency);
  const scale = Math.max(value.scale, places);
  const digits = value.digits * 10n ** BigInt(scale - value.scale);
  const isNegative = digits < 0n;
  const text = (isNegative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale).replace(/\B(?=(\d{3})+$)/g, ',');
  // Trailing zeros beyond the currency's own digits are removed.
  const fraction = text.slice(text.length - scale).replace(new RegExp(`(?<=^\\d{${places}}\\d*?)0+$`), '');
  return (isNegative ? '−' : '') + symbol(currency) + whole + (fraction ? '.' + fraction : '');
}

/**
 * The text of Meta's amount in integer minor units: `{value: 1100, offset: 100}` in INR is `₹11.00`. The offset is the number of minor
 * units in the currency's unit.
 * @param {any} amount
 * @param {unknown} currency
 */
export function amountText(amount, currency) {
  const scale = /^10*$/.test(String(amount?.offset ?? 100)) ? String(amount?.offset ?? 100).length - 1 : -1;
  const value = decimal(amount?.value);
  if (value === null || value.scale !== 0 || scale < 0) {
    return `${amount?.value ?? '?'} (not in whole minor units)`;
  }
  return moneyText({ digits: value.digits, scale }, currency);
}

/** @param {unknown} currency */
function minorDigits(currency) {
  return format(currency)?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** @param {unknown} currency */
function symbol(currency) {
  return format(currency)?.formatToParts(0).find(part => part.type === 'currency')?.value ?? (currency ? `${currency} ` : '');
}

/** @param {unknown} currency */
function format(currency) {
  return /^[A-Za-z]{3}$/.test(String(currency))
    ? new Intl.NumberFormat('en', { style: 'currency', currency: String(currency), currencyDisplay: 'narrowSymbol' })
    : null;
}
