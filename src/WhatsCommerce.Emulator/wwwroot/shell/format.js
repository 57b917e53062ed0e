const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const shortClock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat([], { day: 'numeric', month: 'short' });

/** The time of day with seconds. @param {string} at */
export function timeOfDay(at) {
  return clock.format(new Date(at));
}

/** The time for today, the date for other days. @param {string} at @param {Date} [now] */
export function shortTime(at, now = new Date()) {
  const date = new Date(at);
  return date.toDateString() === now.toDateString() ? shortClock.format(date) : day.format(date);
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 1) {
    return '<1 ms';
  }
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  return milliseconds < 60_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 60_000)} min`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
