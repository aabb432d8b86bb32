// The list of videos.

import { viewOf } from './analyses.js';
import { get } from './api.js';
import { byId, debounce, element, plain, say } from './dom.js';
import { bytes, clock, number, status, when } from './format.js';
import { compare, sortableHead } from './sorting.js';

const pageSize = 50;

/** The API lists no more at a time. */
const mostAtOnce = 500;
const busyMillis = 2_000;
const idleMillis = 20_000;

/** Whoever types is not asked for at every key. */
const searchPauseMillis = 250;

/** A video is listed moments after its upload. For so long it is worth looking often. */
const patienceMillis = 60_000;

const columns = [
  { name: 'name', title: 'Name' },
  { name: 'status', title: 'Status' },
  { name: 'length', title: 'Length', class: 'number' },
  { name: 'found', title: 'Appearances', class: 'number', first: 'descending' },
  { name: 'uploaded', title: 'Uploaded', class: 'number', first: 'descending' },
];

const values = {
  name: video => video.key,
  status: video => ['FAILED', 'IN_PROGRESS', 'QUEUED', 'SUCCEEDED'].indexOf(video.status),
  length: video => video.metadata?.durationMillis,
  found: video => Object.values(video.analyses).reduce((sum, { summary }) => sum + (summary?.appearances?.count ?? summary?.detections ?? 0), 0),
  uploaded: video => Date.parse(video.uploadedAt),
};

/** How far an analysis is: what it says of itself, or nothing where nobody knows. */
export function progressBar(analysis) {
  const bar = element('progress', { max: 100, 'aria-label': 'Progress of the analysis' });
  if (analysis?.progress !== undefined) bar.value = analysis.progress;
  return bar;
}

/** A status as a badge. */
export const badge = (name, text = status(name)) =>
  element('span', { class: `badge ${name.toLowerCase().replace('_', '-')}` }, text);

export class Library {
  #videos = new Map();
  #rows = new Map();
  #expected = new Map();
  #order = { column: 'uploaded', direction: 'descending' };
  #next;
  #report;
  #timer;
  #open = false;
  #filter = {};
  #asked = 0;

  /**
   * @param {import('./uploads.js').Uploads} uploads
   * @param {(error?: Error) => void} report
   */
  constructor(uploads, report) {
    this.#report = report;
    sortableHead(byId('videos').tHead, columns, this.#order, order => {
      this.#order = order;
      this.#draw();
    });
    byId('more').addEventListener('click', () => this.#loadMore());
    const search = () => this.#search();
    byId('prefix').addEventListener('input', debounce(search, searchPauseMillis));
    byId('status').addEventListener('change', search);
    uploads.addEventListener('uploaded', event => {
      const before = this.#videos.get(event.detail)?.uploadedAt;
      this.#expected.set(event.detail, { before, deadline: Date.now() + patienceMillis });
      if (this.#open) this.#refresh();
    });
    document.addEventListener('visibilitychange', () => !document.hidden && this.#open && this.#refresh());
    addEventListener('online', () => this.#open && this.#refresh());
  }

  open() {
    this.#open = true;
    if (this.#videos.size === 0) say(byId('library-status'), 'Loading…');
    this.#refresh();
  }

  close() {
    this.#open = false;
    clearTimeout(this.#timer);
  }

  /** Asks for what the two fields say: it is the API that looks, through all videos. */
  #search() {
    this.#filter = { prefix: byId('prefix').value || undefined, status: byId('status').value || undefined };
    this.#videos.clear();
    this.#next = undefined;
    this.#refresh();
  }

  get #isFiltered() {
    return Boolean(this.#filter.prefix || this.#filter.status);
  }

  /** Fetches what is shown again, and soon once more while there is something to wait for. */
  async #refresh() {
    clearTimeout(this.#timer);
    const limit = Math.min(mostAtOnce, Math.max(pageSize, this.#videos.size));
    const asked = ++this.#asked;
    try {
      const page = await get('results', { limit, ...this.#filter });
      if (asked !== this.#asked) return;
      this.#take(page, limit);
      this.#report();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#report(error);
      say(byId('library-status'), '');
    }
    if (!this.#open || document.hidden) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), this.#isBusy() ? busyMillis : idleMillis);
  }

  async #loadMore() {
    byId('more').disabled = true;
    const [filter, next] = [this.#filter, this.#next];

    // What was asked for may be another list by now.
    const isWanted = () => filter === this.#filter && next === this.#next;
    try {
      const page = await get('results', { limit: pageSize, ...filter, next });
      if (!isWanted()) return;
      this.#add(page);
      this.#next = page.next;
      this.#draw();
    } catch (error) {
      if (isWanted()) this.#report(error);
    } finally {
      byId('more').disabled = false;
    }
  }

  #take(page, limit) {
    // What is not in the answer any more has been deleted, unless more is shown than was asked for.
    if (this.#videos.size <= limit) {
      this.#videos.clear();
      this.#next = page.next;
    }
    this.#add(page);
    this.#draw();
  }

  #add(page) {
    for (const video of page.videos) this.#videos.set(video.key, video);
  }

  #isBusy() {
    for (const [key, { before, deadline }] of this.#expected) {
      const now = this.#videos.get(key)?.uploadedAt;
      if ((now && now !== before) || Date.now() > deadline) this.#expected.delete(key);
    }
    return this.#expected.size > 0 || [...this.#videos.values()].some(video => video.status === 'QUEUED' || video.status === 'IN_PROGRESS');
  }

  #draw() {
    const { column, direction } = this.#order;
    const sorted = [...this.#videos.values()].sort(compare(values[column], direction));
    const body = byId('videos').tBodies[0];
    const rows = sorted.map(video => this.#rowOf(video));

    // Rows that stay where they are keep their focus.
    rows.forEach((row, i) => body.rows[i] !== row && body.insertBefore(row, body.rows[i] ?? null));
    while (body.rows.length > rows.length) body.lastElementChild.remove();
    for (const key of this.#rows.keys()) if (!this.#videos.has(key)) this.#rows.delete(key);
    byId('videos').hidden = rows.length === 0;
    byId('more').hidden = !this.#next;
    byId('search').hidden = rows.length === 0 && !this.#isFiltered;
    const isPartial = this.#next && (column !== 'uploaded' || direction !== 'descending');
    say(byId('library-status'), rows.length > 0
      ? isPartial ? `These are the ${number(rows.length)} newest, sorted; there are more.` : ''
      : this.#next ? 'Nothing yet among the newest; there are more.'
      : this.#isFiltered ? 'There is no such video.' : 'No video has been uploaded yet.');
  }

  #rowOf(video) {
    const text = JSON.stringify(video);
    const known = this.#rows.get(video.key);
    if (known?.text === text) return known.row;
    const row = known?.row ?? element('tr', { role: 'row' });
    const link = row.querySelector('a') ?? element('a', { href: `./?${new URLSearchParams({ video: video.key })}`, 'data-view': '' });
    if (!known) fillName(link, video.key);
    const name = row.cells[0] ?? element('td', { role: 'cell', class: 'name' }, link);
    while (link.nextSibling) link.nextSibling.remove();
    for (const [which, { reason }] of Object.entries(video.analyses)) {
      if (reason) name.append(element('p', { class: 'reason' }, isOnly(video) ? reason : `${which}: ${reason}`));
    }
    const cells = [
      element('td', { role: 'cell', class: 'status' }, ...statusOf(video)),
      cell(video.metadata?.durationMillis === undefined ? '' : clock(video.metadata.durationMillis)),
      cell(...found(video)),
      cell(when(video.uploadedAt), video.size === undefined ? '' : bytes(video.size)),
    ];
    if (row.cells.length === 0) row.append(name);
    while (name.nextSibling) name.nextSibling.remove();
    row.append(...cells);
    this.#rows.set(video.key, { text, row });
    return row;
  }
}

/** The folders of a key step back behind its name. */
export function fillName(target, key) {
  const name = plain(key);
  const slash = name.lastIndexOf('/', name.length - 2) + 1;
  target.replaceChildren(...slash ? [element('span', { class: 'folder' }, name.slice(0, slash))] : [], name.slice(slash));
}

const isOnly = video => Object.keys(video.analyses).length === 1;

function statusOf(video) {
  if (video.status !== 'IN_PROGRESS') return [badge(video.status)];
  const running = Object.values(video.analyses).find(analysis => analysis.progress !== undefined);
  const shown = badge(video.status, running && `${status(video.status)} ${running.progress} %`);
  return [shown, progressBar(running)];
}

/** What each analysis found; beside it, which of several did not succeed. */
const found = video => Object.entries(video.analyses).flatMap(([name, analysis]) =>
  analysis.summary ? `${isOnly(video) ? '' : `${viewOf(name).title}: `}${countOf(analysis.summary)}`
    : analysis.status === 'FAILED' && !isOnly(video) ? `${name} failed`
    : []);

const countOf = ({ appearances, detections }) => number(appearances?.count ?? detections);

const cell = (...texts) =>
  element('td', { role: 'cell', class: 'number' }, ...texts.filter(Boolean).map(text => element('span', {}, text)));
