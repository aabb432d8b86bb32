// What there is to know of a video, and of what an analysis found in it.

import { byId, element } from './dom.js';
import { bytes, clock, hundredths, number, percent, share, when } from './format.js';

/**
 * Shows the facts.
 * @param {object} video The API's answer.
 * @param {object} view How the analysis is shown that is looked at.
 */
export function showFacts(video, view) {
  const { metadata = {}, size, uploadedAt, analyses } = video;
  const summary = analyses[view.name]?.summary ?? {};
  const span = summary.firstTimestamp === undefined ? undefined
    : `${clock(summary.firstTimestamp, true)} – ${clock(summary.lastTimestamp, true)}`;
  const [most] = summary.appearances?.mostProminent ?? [];
  const facts = {
    [view.title]: summary.detections === undefined ? undefined
      : view.count(summary.detections)
        + (summary.timestamps === undefined ? '' : ` in ${number(summary.timestamps)} samples`),
    'Seen for longest': most && view.nameOf({ ...most, id: most.appearance })
      + (most.share === undefined ? '' : `, ${share(most.share)} of the video`),
    'Most at once': summary.mostAtOnce && number(summary.mostAtOnce),
    'Seen from – to': span,
    'Confidence': summary.meanConfidence === undefined ? undefined
      : `${percent(summary.meanConfidence)} on average, ${percent(summary.lowestConfidence)} at least`,
    'Picture': metadata.frameWidth && `${metadata.frameWidth} × ${metadata.frameHeight}`,
    'Frames a second': metadata.frameRate && hundredths(metadata.frameRate),
    'Format': [metadata.codec?.toUpperCase(), metadata.format].filter(Boolean).join(' in '),
    'Size': size === undefined ? undefined : bytes(size),
    'Uploaded': when(uploadedAt),
  };
  byId('facts').replaceChildren(...Object.entries(facts).filter(([, value]) => value)
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}
