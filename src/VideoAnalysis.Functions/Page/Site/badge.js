// How far an analysis is, at a glance.

import { element } from './dom.js';
import { status } from './format.js';

/** A status as a badge. */
export const badge = (name, text = status(name)) =>
  element('span', { class: `badge ${name.toLowerCase().replace('_', '-')}` }, text);

/** How far an analysis is: what it says of itself, or nothing where nobody knows. */
export function progressBar(analysis) {
  const bar = element('progress', { max: 100, 'aria-label': 'Progress of the analysis' });
  if (analysis?.progress !== undefined) bar.value = analysis.progress;
  return bar;
}
