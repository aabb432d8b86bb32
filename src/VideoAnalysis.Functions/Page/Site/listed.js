// What the list of videos says of one of them.

import { viewOf } from './analyses.js';
import { badge, progressBar } from './badge.js';
import { element, plain } from './dom.js';
import { number, status } from './format.js';

/** The folders that a key is in, each with those above it: "a/b/c.mp4" is in "a/" and "a/b/". */
const foldersOf = key => [...key.slice(0, -1).matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1));

/**
 * The name of a video leads to it, each of its folders to what is in there.
 * @param {string} key
 * @param {(folder: string) => void} enter
 */
export function linkTo(key, enter) {
  const folders = foldersOf(key).map((folder, i, all) => {
    const own = folder.slice(all[i - 1]?.length ?? 0);
    const button = element('button', { type: 'button', class: 'folder' }, plain(own));
    button.addEventListener('click', () => enter(folder));
    return button;
  });
  const link = element('a', { href: `./?${new URLSearchParams({ video: key })}`, 'data-view': '' },
    plain(key.slice(foldersOf(key).at(-1)?.length ?? 0)));
  return element('span', { class: 'key' }, ...folders, link);
}

/** The folders of a key step back behind its name. */
export function fillName(target, key) {
  const folder = foldersOf(key).at(-1) ?? '';
  const shown = folder ? [element('span', { class: 'folder' }, plain(folder))] : [];
  target.replaceChildren(...shown, plain(key.slice(folder.length)));
}

/** Whether a video has one analysis, which need not be named. */
export const isOnly = video => Object.keys(video.analyses).length === 1;

/** How a video stands. */
export function statusOf(video) {
  if (video.status !== 'IN_PROGRESS') return [badge(video.status)];
  const running = Object.values(video.analyses).find(analysis => analysis.progress !== undefined);
  const shown = badge(video.status, running && `${status(video.status)} ${running.progress} %`);
  return [shown, progressBar(running)];
}

/** What each analysis found; beside it, which of several did not succeed. */
export const found = video => Object.entries(video.analyses).flatMap(([name, analysis]) =>
  analysis.summary ? `${isOnly(video) ? '' : `${viewOf(name).title}: `}${countOf(analysis.summary)}`
    : analysis.status === 'FAILED' && !isOnly(video) ? `${name} failed`
    : []);

const countOf = ({ appearances, detections }) => number(appearances?.count ?? detections);

/** A cell with a text, or with one text under another. */
export const cell = (...texts) =>
  element('td', { role: 'cell', class: 'number' }, ...texts.filter(Boolean).map(text => element('span', {}, text)));
