/** @typedef {import('../core/types').TrafficRow} TrafficRow */
/** A row, and below the request that has sent a message what became of it. @typedef {{ row: TrafficRow, statuses: TrafficRow[] }} Group */

/** @type {Record<TrafficRow['verdict'], 'success' | 'danger' | 'warning' | 'muted'>} */
const tones = {
  accepted: 'success', delivered: 'success', refused: 'danger', 'given up': 'danger', fault: 'warning', dropped: 'warning', pending: 'muted',
};

/** Whether a webhook tells an error, or came to the app more than once, or a request or a webhook failed. @param {TrafficRow} row */
export function isProblem(row) {
  const tone = tones[row.verdict];
  return row.rule !== null || row.attempts > 1 || tone === 'danger' || tone === 'warning' || isUntaken(row);
}

/** The color of its outcome. @param {TrafficRow} row */
export function toneOf(row) {
  return isUntaken(row) ? 'danger' : tones[row.verdict] ?? 'muted';
}

/** The color of the error that it tells: that of its outcome, unless that is a success. @param {TrafficRow} row */
export function errorToneOf(row) {
  const tone = toneOf(row);
  return tone === 'success' || tone === 'muted' ? 'danger' : tone;
}

/** A webhook whose last answer was not the one that Meta takes as received. @param {TrafficRow} row */
function isUntaken({ kind, status }) {
  return kind === 'webhook' && status !== null && status !== 200;
}

/**
 * Puts the statuses of each message under the request that has sent it. Statuses whose request is not among the rows stay where they are.
 * @param {TrafficRow[]} rows oldest first
 * @returns {Group[]} oldest first
 */
export function grouped(rows) {
  /** @type {Map<string, Group>} */
  const byMessage = new Map();
  const groups = rows.map(row => {
    const group = { row, statuses: [] };
    if (row.kind === 'request' && row.message !== null) {
      byMessage.set(row.message, group);
    }
    return group;
  });
  return groups.filter(({ row }) => {
    const sent = row.kind === 'webhook' && row.message !== null ? byMessage.get(row.message) : undefined;
    sent?.statuses.push(row);
    return sent === undefined;
  });
}

/**
 * What a row is about, in words: the kind of a message and whose it is; for statuses the kind of the message, if it is known.
 * @param {TrafficRow} row
 * @param {(message: string) => string | null} kindOf
 */
export function titleOf({ kind, title, subject, customer, message }, kindOf) {
  if (kind === 'request') {
    return subject === null ? title : customer === null ? subject : `${subject} to ${customer}`;
  }
  const about = message === null ? null : kindOf(message);
  if (about !== null) {
    return customer === null ? `${title} · ${about}` : `${title} · ${about} to ${customer}`;
  }
  return customer === null ? title : `${title} ${message === null ? 'from' : 'of a message to'} ${customer}`;
}
