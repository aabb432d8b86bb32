// The analyses, as far as the page shows them each in its own way. One that has no module here is shown all the same.

import { celebrities } from './analyses/celebrities.js';
import { faces } from './analyses/faces.js';
import { labels } from './analyses/labels.js';
import { moderation } from './analyses/moderation.js';
import { persons } from './analyses/persons.js';
import { segments } from './analyses/segments.js';
import { text } from './analyses/text.js';
import { number, percent, tenths } from './format.js';

const known = { faces, labels, moderation, text, segments, celebrities, persons };

/** How an analysis is shown. */
export function viewOf(name) {
  const own = known[name] ?? {};
  const [one, many] = own.noun ?? ['detection', 'detections'];
  return {
    name,
    title: name[0].toUpperCase() + name.slice(1),
    pointsTitle: own.pointsTitle,
    points: own.points ?? (() => []),

    /** The boxes of a detection that are drawn over the picture. */
    boxes: own.boxes ?? (({ boundingBox }) => boundingBox ? [boundingBox] : []),

    /** The corners of what is drawn instead of the box, where there is something better. */
    polygon: own.polygon ?? (() => undefined),
    columns: [...commonColumns, ...own.columns ?? []],
    none: `no ${one}`,

    /** Whether the best detection of an appearance shows a face, which can be given a name. */
    showsFaces: own.showsFaces ?? false,

    /** What an appearance is called: by whom or what is seen, or else by its number. */
    nameOf: ({ person, subject, id }) =>
      person ?? subject?.name ?? subject?.key ?? `${one[0].toUpperCase()}${one.slice(1)} #${id}`,

    /** As in "2 detections". */
    count: count => `${number(count)} ${count === 1 ? one : many}`,
  };
}

/** What a detection may have in any analysis; a column's text is for people, its value to sort by. */
const commonColumns = [
  {
    name: 'confidence',
    title: 'Confidence',
    first: 'descending',
    value: detection => detection.confidence,
    text: detection => detection.confidence === undefined ? '' : percent(detection.confidence),
  },
  {
    name: 'size',
    title: 'Size',
    first: 'descending',
    value: ({ boundingBox }) => boundingBox && boundingBox.width * boundingBox.height,
    text: ({ boundingBox }, { width, height }) => !boundingBox ? ''
      : width && height ? `${Math.round(boundingBox.width * width)} × ${Math.round(boundingBox.height * height)}`
      : `${tenths(100 * boundingBox.width)} × ${tenths(100 * boundingBox.height)} %`,
  },
];
