// Writes values as people read them.

const language = navigator.language;
const whole = new Intl.NumberFormat(language);
const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const atMostHundredths = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

export const number = value => whole.format(value);
export const tenths = value => decimal.format(value);
export const hundredths = value => atMostHundredths.format(value);
export const when = text => date.format(new Date(text));

/** Rounded down: 99.98 is not sure. */
export const percent = value => `${tenths(Math.floor(value * 10 + 1e-6) / 10)} %`;

/** A share of 0 to 1, rounded down; but what is there is more than nothing. */
export const share = value => value > 0 && value < 0.01 ? '<1 %' : `${whole.format(Math.floor(100 * value + 1e-6))} %`;

/** 3,725,500 ms is 1:02:05; with tenths, 1:02:05.5. */
export function clock(millis, withTenths = false) {
  // Never up: a moment that has not come is not shown.
  const all = Math.floor(Math.max(0, millis) / 100 + 1e-6);
  const seconds = Math.floor(all / 10);
  const minutes = Math.floor(seconds / 60);
  const two = value => String(value).padStart(2, '0');
  const hours = Math.floor(minutes / 60);
  const text = hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return withTenths ? `${text}.${all % 10}` : text;
}

/** 1,500,000 bytes are 1.5 MB. */
export function bytes(count) {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let unit = 0;
  for (; count >= 1000 && unit < units.length - 1; unit++) count /= 1000;
  return `${unit === 0 || count >= 100 ? whole.format(Math.round(count)) : tenths(count)} ${units[unit]}`;
}

/** What a status means to a person. */
export const status = name => ({
  QUEUED: 'Waiting',
  IN_PROGRESS: 'Analysing',
  SUCCEEDED: 'Done',
  FAILED: 'Failed',
})[name] ?? name;
