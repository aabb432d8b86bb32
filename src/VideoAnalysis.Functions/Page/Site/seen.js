// Who and what is seen from when to when: the appearances of an analysis.

import { pages } from './api.js';

/** The most that the API gives at once. */
const pageSize = 10_000;

/**
 * All appearances, in the order of their starts.
 * @param {string} key
 * @param {string} analysis
 * @param {AbortSignal} signal
 */
export async function appearancesOf(key, analysis, signal) {
  const all = [];
  for await (const { appearances } of pages('appearances/-', { video: key, analysis, limit: pageSize }, signal)) {
    all.push(...appearances);
  }
  return all;
}

/**
 * The subjects, each with its appearances; the one that is seen for longest first. Where neither person nor subject is
 * known, every appearance is one by itself.
 * @param {object[]} appearances
 * @param {object} view How the analysis is shown.
 * @param {number} duration Milliseconds.
 * @returns {{name: string, present: number, share: number, appearances: object[]}[]}
 */
export function subjectsOf(appearances, view, duration) {
  const subjects = new Map();
  for (const appearance of appearances) {
    const known = appearance.person ?? appearance.subject?.key;
    const id = known === undefined ? appearance.id : `=${known}`;
    if (!subjects.has(id)) subjects.set(id, { name: view.nameOf(appearance), present: 0, appearances: [] });
    const subject = subjects.get(id);
    subject.present += appearance.present;
    subject.appearances.push(appearance);
  }
  return [...subjects.values()]
    .map(subject => ({ ...subject, share: shareOf(subject.present, duration) }))
    .sort((a, b) => b.present - a.present || a.appearances[0].start - b.appearances[0].start);
}

/** For which share of the video something is seen, 0 to 1. */
export const shareOf = (present, duration) => duration > 0 ? Math.min(1, present / duration) : 0;

/** Whether something is seen at a moment; what has no length is seen for a millisecond. */
export const isSeen = ({ start, end }, millis) => start <= millis && millis < Math.max(end, start + 1);
