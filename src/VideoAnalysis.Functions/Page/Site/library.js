// The list of videos.

import { viewOf } from './analyses.js';
import { get } from './api.js';
import { byId, debounce, element, plain, say } from './dom.js';
import { bytes, clock, number, when } from './format.js';
import { cell, found, isOnly, linkTo, statusOf } from './listed.js';
import { compare, sortableHead } from './sorting.js';
import { namesOfStartable, start } from './starting.js';

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
  found: video => Object.values(video.analyses)
    .reduce((sum, { summary }) => sum + (summary?.appearances?.count ?? summary?.detections ?? 0), 0),
  uploaded: video => Date.parse(video.uploadedAt),
};

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
  #isCut = false;
  #isKnown = false;
  #asked = 0;
  #startable = [];

  /** The videos whose analyses are being started, and why those of others cannot be. */
  #starting = new Set();
  #refusals = new Map();

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
    const searchPrefix = () => this.#search({ prefix: byId('prefix').value || undefined });
    byId('prefix').addEventListener('input', debounce(searchPrefix, searchPauseMillis));
    for (const id of ['status', 'analysis']) {
      byId(id).addEventListener('change', event => this.#search({ [id]: event.target.value || undefined }));
    }
    namesOfStartable().then(names => {
      this.#startable = names;
      this.#draw();
    });
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
    if (this.#videos.size === 0) this.#say('Loading…', 'loading');
    this.#refresh();
  }

  close() {
    this.#open = false;
    clearTimeout(this.#timer);
  }

  /** Asks for other videos: it is the API that looks, through all of them. */
  #search(change) {
    this.#filter = { ...this.#filter, ...change };
    this.#videos.clear();
    this.#next = undefined;
    this.#isKnown = false;
    byId('videos').setAttribute('aria-busy', 'true');
    this.#refresh();
  }

  /** Asks for the videos of a folder. */
  #enter(folder) {
    byId('prefix').value = folder;
    this.#search({ prefix: folder });
  }

  get #isFiltered() {
    return Object.values(this.#filter).some(Boolean);
  }

  #say(text, kind = '') {
    say(byId('library-status'), text);
    byId('library-status').className = kind;
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
      this.#say('');
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
      this.#end(page, pageSize);
      this.#draw();
    } catch (error) {
      if (isWanted()) this.#report(error);
    } finally {
      byId('more').disabled = false;
    }
  }

  #take(page, limit) {
    this.#isKnown = true;
    // What is not in the answer any more has been deleted, unless more is shown than was asked for.
    if (this.#videos.size <= limit) {
      this.#videos.clear();
      this.#end(page, limit);
    }
    this.#add(page);
    this.#draw();
  }

  /** Notes where a page ends: behind a full one there is another video, behind another may be one. */
  #end(page, limit) {
    this.#next = page.next;
    this.#isCut = page.videos.length < limit;
  }

  #add(page) {
    for (const video of page.videos) this.#videos.set(video.key, video);
  }

  #isBusy() {
    for (const [key, { before, deadline }] of this.#expected) {
      const now = this.#videos.get(key)?.uploadedAt;
      if ((now && now !== before) || Date.now() > deadline) this.#expected.delete(key);
    }
    return this.#expected.size > 0
      || [...this.#videos.values()].some(video => video.status === 'QUEUED' || video.status === 'IN_PROGRESS');
  }

  #draw() {
    if (!this.#isKnown) return;
    const { column, direction } = this.#order;
    const sorted = [...this.#videos.values()].sort(compare(values[column], direction));
    const body = byId('videos').tBodies[0];
    const rows = sorted.map(video => this.#rowOf(video));

    // Rows that stay where they are keep their focus.
    rows.forEach((row, i) => body.rows[i] !== row && body.insertBefore(row, body.rows[i] ?? null));
    while (body.rows.length > rows.length) body.lastElementChild.remove();
    for (const key of this.#rows.keys()) if (!this.#videos.has(key)) this.#rows.delete(key);
    byId('videos').hidden = rows.length === 0;
    byId('videos').removeAttribute('aria-busy');
    byId('more').hidden = !this.#next;
    byId('search').hidden = rows.length === 0 && !this.#isFiltered;
    byId('sample').hidden = rows.length > 0 || this.#isFiltered || Boolean(this.#next);
    this.#offerAnalyses();
    if (rows.length > 0) this.#say(this.#count(), 'count');
    else this.#say(this.#next ? 'Nothing yet among the newest; there are more.'
      : this.#isFiltered ? 'There is no such video.' : 'No video has been uploaded yet.', 'empty');
  }

  /** How many videos there are, as far as anybody knows; and how many of them are sorted. */
  #count() {
    const { column, direction } = this.#order;
    const count = number(this.#videos.size);
    const sorted = column === 'uploaded' && direction === 'descending' ? '' : ', sorted';
    return !this.#next ? `${count} ${this.#videos.size === 1 ? 'video' : 'videos'}`
      : this.#isCut ? `${count} so far${sorted}; older videos have not been searched yet.`
      : `More than ${count} videos: these are the ${count} newest${sorted}.`;
  }

  /** Offers to list the videos of one analysis, where there are several. */
  #offerAnalyses() {
    const select = byId('analysis');
    const known = new Set([...select.options].map(option => option.value).filter(Boolean));
    const ofVideos = [...this.#videos.values()].flatMap(video => Object.keys(video.analyses));
    for (const name of [...this.#startable, ...ofVideos]) {
      if (!known.has(name)) select.append(element('option', { value: name }, viewOf(name).title));
      known.add(name);
    }
    select.hidden = select.options.length < 3;
  }

  #rowOf(video) {
    const { key } = video;
    const text = JSON.stringify([video, this.#retriable(video), this.#starting.has(key), this.#refusals.get(key)]);
    const known = this.#rows.get(key);
    if (known?.text === text) return known.row;
    const link = linkTo(key, folder => this.#enter(folder));
    const row = known?.row ?? element('tr', { role: 'row' }, element('td', { role: 'cell', class: 'name' }, link));
    const [name] = row.cells;
    while (name.firstChild.nextSibling) name.lastChild.remove();
    for (const [which, { reason }] of Object.entries(video.analyses)) {
      if (reason) name.append(element('p', { class: 'reason' }, isOnly(video) ? reason : `${which}: ${reason}`));
    }
    name.append(...this.#offerRetry(video));
    while (name.nextSibling) name.nextSibling.remove();
    const foundCell = cell(...found(video));
    foundCell.classList.add('found');
    row.append(
      element('td', { role: 'cell', class: 'status' }, ...statusOf(video)),
      cell(video.metadata?.durationMillis === undefined ? '' : clock(video.metadata.durationMillis)),
      foundCell,
      cell(when(video.uploadedAt), video.size === undefined ? '' : bytes(video.size)));
    this.#rows.set(key, { text, row });
    return row;
  }

  /** The analyses of a video that failed and can be started again. */
  #retriable({ analyses }) {
    return Object.keys(analyses).filter(name => analyses[name].status === 'FAILED' && this.#startable.includes(name));
  }

  #offerRetry(video) {
    const refusal = this.#refusals.get(video.key);
    if (refusal) return [element('p', { class: 'reason' }, `It cannot be started. ${refusal}`)];
    const names = this.#retriable(video);
    if (names.length === 0) return [];
    const button = element('button', { type: 'button', class: 'retry', disabled: this.#starting.has(video.key) },
      'Try again', element('span', { class: 'hidden-label' }, `: ${names.join(', ')} of ${plain(video.key)}`));
    button.addEventListener('click', () => this.#retry(video.key, names));
    return [button];
  }

  async #retry(key, names) {
    this.#starting.add(key);
    this.#draw();
    try {
      await start(key, names);
    } catch (error) {
      this.#refusals.set(key, error.message);

      // What has to do with the moment can be tried again; what the caller may not do cannot.
      if (error.status !== 401 && error.status !== 403) setTimeout(() => this.#forgive(key), 5_000);
    }
    this.#starting.delete(key);
    this.#refresh();
  }

  #forgive(key) {
    this.#refusals.delete(key);
    this.#draw();
  }
}
