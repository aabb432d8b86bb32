// The slider that says how much confidence is enough. It goes over what occurs: engines are often sure of everything.

import { byId, say } from './dom.js';
import { hundredths } from './format.js';

/** Where no more than this lies between the lowest and the highest, the slider goes by tenths. */
const narrow = 10;

/**
 * Sets the slider to the confidences of an analysis, or where its summary does not tell them, to all that may be; and
 * takes everything.
 * @param {{lowestConfidence?: number, highestConfidence?: number}} summary
 */
export function setRange({ lowestConfidence: lowest = 0, highestConfidence: highest = 100 } = {}) {
  const perUnit = highest - lowest <= narrow ? 10 : 1;

  // Rounded down, so that the lowest takes everything and the highest takes something.
  const [min, max] = [lowest, highest].map(value => Math.floor(value * perUnit + 1e-6) / perUnit);
  byId('filter').hidden = !(min < max);
  Object.assign(byId('confidence'), { min, max, step: 1 / perUnit, value: min });
  tell();
}

/** How much confidence is enough; 0 takes everything. */
export function minConfidence() {
  const { value, min } = byId('confidence');
  return byId('filter').hidden || value === min ? 0 : Number(value);
}

/** Says what the slider says. */
export function tell() {
  const enough = minConfidence();
  const text = enough === 0 ? 'any' : `≥ ${hundredths(enough)} %`;
  byId('confidence').setAttribute('aria-valuetext', text);
  say(byId('confidence-value'), text);
}
