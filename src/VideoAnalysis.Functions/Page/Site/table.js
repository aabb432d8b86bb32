// The table of detections. It holds rows for what is visible, and fetches what they show.

import { byId, element, say } from './dom.js';
import { clock, number } from './format.js';
import { compare, sortableHead } from './sorting.js';

/** As in page.css: rows of one height can be found without measuring them. */
const rowHeight = 36;
const overscan = 12;

/** Rows that only fly by are not fetched. */
const fetchPauseMillis = 100;

/** So many are fetched for sorting without a word. */
const quietly = 3_000;

const timeColumn = { name: 'time', title: 'Time', value: detection => detection.timestamp };

export class DetectionTable {
  #scroller = byId('rows');
  #body = byId('rows').querySelector('tbody');
  #source;
  #view;
  #columns;
  #tell;
  #frame;
  #order = { column: 'time', direction: 'ascending' };
  #minConfidence = 0;
  #windows = [];
  #total = 0;
  #counted = 0;
  #all;
  #only;
  #sorted;
  #sorting;
  #current;
  #follows = false;
  #drawn = '';
  #stop = new AbortController();

  /**
   * @param {import('./detections.js').Detections} source
   * @param {object} view How the analysis is shown.
   * @param {{width?: number, height?: number}} frame The picture's size in pixels.
   * @param {{seek: (millis: number) => void, report: (error: Error) => void}} tell
   */
  constructor(source, view, frame, tell) {
    this.#source = source;
    this.#view = view;
    this.#columns = [timeColumn, ...view.columns.map(column => ({ ...column, class: column.class ?? 'number' }))];
    this.#frame = frame;
    this.#tell = tell;
    const { signal } = this.#stop;
    sortableHead(this.#scroller.querySelector('thead'), this.#columns, this.#order, order => this.#sort(order));
    this.#scroller.addEventListener('scroll', () => this.#drawSoon(), { signal, passive: true });
    this.#body.addEventListener('click', event => this.#click(event), { signal });
    this.#body.addEventListener('keydown', event => this.#move(event), { signal });
    const resize = new ResizeObserver(() => this.#drawSoon());
    resize.observe(this.#scroller);
    signal.addEventListener('abort', () => resize.disconnect());
  }

  close() {
    this.#stop.abort();
    this.#sorting?.abort();
    this.#body.replaceChildren();
    say(byId('detections-count'), '');
    say(byId('detections-empty'), '');
  }

  /** Shows what the timeline counts. */
  show(bars, minConfidence) {
    this.#minConfidence = minConfidence;
    this.#windows = [];
    this.#counted = 0;
    for (const { from, detections } of bars) {
      const index = this.#source.windowOf(from);
      if (this.#windows.at(-1)?.index !== index) this.#windows.push({ index, offset: this.#counted, count: 0 });
      this.#windows.at(-1).count += detections;
      this.#counted += detections;
    }
    this.#list();
    say(byId('detections-empty'), this.#total > 0 ? ''
      : minConfidence > 0 ? 'Nothing has as much confidence as that.' : 'Nothing was found in this video.');
    this.#follow();
  }

  /** Lists these detections only, or with nothing, all that the timeline counts. @param {object[]} [detections] */
  only(detections) {
    this.#only = detections;
    this.#scroller.scrollTop = 0;
    this.#list();
  }

  /** Comes into sight: a table that is hidden draws nothing. */
  appear() {
    this.#draw(true);
    this.#follow();
  }

  #list() {
    this.#sorted = this.#sortedOf();
    this.#total = this.#only ? this.#sorted.length : this.#counted;
    this.#tellCount();
    this.#draw(true);
  }

  /** Marks the detections of the sample that is on the screen, and with `follow`, brings them into sight. */
  mark(time, follow) {
    if (time === this.#current) return;
    this.#current = time;
    this.#follows = follow;
    this.#follow();
    for (const row of this.#body.rows) markRow(row, time);
  }

  #follow() {
    if (this.#follows && this.#current !== undefined && !this.#sorted) this.#reveal(this.#indexOf(this.#current));
  }

  #tellCount(text) {
    say(byId('detections-count'), text ?? this.#view.count(this.#total));
  }

  async #sort(order) {
    this.#order = order;
    this.#sorting?.abort();
    this.#scroller.scrollTop = 0;
    if (order.column === 'time' || this.#only) return this.#list();
    const sorting = this.#sorting = new AbortController();
    try {
      this.#all ??= await this.#source.all(0, count => this.#total > quietly && this.#tellCount(
        `Fetching all of them to sort them: ${number(count)} …`), sorting.signal);
      if (sorting.signal.aborted) return;
      this.#list();
    } catch (error) {
      if (!sorting.signal.aborted) this.#tell.report(error);
    }
  }

  #sortedOf() {
    const all = this.#only ?? (this.#order.column === 'time' ? undefined : this.#all);
    if (!all) return undefined;
    const { value } = this.#columns.find(column => column.name === this.#order.column);
    return all.filter(each => this.#isWanted(each)).sort(compare(value, this.#order.direction));
  }

  #isWanted(detection) {
    return !(detection.confidence < this.#minConfidence);
  }

  /** Where in the table a place in the order of time is, or the other way round. */
  #turned(index) {
    return this.#order.direction === 'descending' ? this.#total - 1 - index : index;
  }

  #windowAt(place) {
    return this.#windows.findLast(window => window.offset <= place);
  }

  /** The wanted detections of a window, if they are here. */
  #wantedOf(window) {
    const all = this.#source.peek(window.index);
    if (!all) return undefined;
    if (window.all !== all) Object.assign(window, { all, wanted: all.filter(each => this.#isWanted(each)) });
    return window.wanted;
  }

  #detectionAt(index) {
    if (this.#sorted) return this.#sorted[index];
    const place = this.#turned(index);
    const window = this.#windowAt(place);
    return window && this.#wantedOf(window)?.[place - window.offset];
  }

  #indexOf(time) {
    const window = this.#windows.find(candidate => candidate.index === this.#source.windowOf(time));
    const within = window && this.#wantedOf(window)?.findIndex(each => each.timestamp === time);
    return within >= 0 ? this.#turned(window.offset + within) : undefined;
  }

  #drawSoon() {
    if (this.#pending) return;
    this.#pending = requestAnimationFrame(() => {
      this.#pending = undefined;
      this.#draw();
    });
  }

  #pending;

  #draw(anew = false) {
    if (this.#stop.signal.aborted) return;
    const { scrollTop, clientHeight } = this.#scroller;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
    const end = Math.min(this.#total, Math.ceil((scrollTop + clientHeight) / rowHeight) + overscan);
    const range = `${first}-${end}`;
    if (!anew && range === this.#drawn) return;
    this.#drawn = range;
    const focused = this.#body.contains(document.activeElement) ? this.#rowIndexOf(document.activeElement) : undefined;
    const rows = [];
    for (let i = first; i < end; i++) rows.push(this.#row(i, this.#detectionAt(i)));
    this.#body.replaceChildren(
      spacer(first, this.#columns.length), ...rows, spacer(this.#total - end, this.#columns.length));
    this.#scroller.querySelector('table').setAttribute('aria-rowcount', this.#total + 1);
    if (focused !== undefined) this.#linkOf(focused)?.focus({ preventScroll: true });
    this.#visible = [first, end];
    if (this.#lacking().length > 0) this.#fetching ??= setTimeout(() => this.#fetch(), fetchPauseMillis);
  }

  #visible;
  #fetching;

  /** The windows that the visible rows need and that are not here. */
  #lacking() {
    const [first, end] = this.#visible;
    if (this.#sorted || end <= first) return [];
    const [low, high] = [this.#turned(first), this.#turned(end - 1)].sort((a, b) => a - b);
    return this.#windows.filter(window =>
      window.offset <= high && window.offset + window.count > low && !this.#source.peek(window.index));
  }

  /** Fetches what the visible rows lack, unless somebody else has done it by now, and shows it. */
  async #fetch() {
    this.#fetching = undefined;
    try {
      await Promise.all(this.#lacking().map(window => this.#source.window(window.index)));
      this.#draw(true);
    } catch {
      // The view was closed meanwhile.
    }
  }

  #row(index, detection) {
    const row = element('tr', { role: 'row', 'aria-rowindex': index + 2, 'data-index': index });
    if (!detection) {
      row.append(element('td', { role: 'cell', colSpan: this.#columns.length, class: 'quiet' }, '…'));
      return row;
    }
    const time = element('a', { href: `#t=${detection.timestamp / 1000}` }, clock(detection.timestamp, true));
    row.append(element('td', { role: 'cell' }, time),
      ...this.#columns.slice(1).map(({ class: kind, text }) =>
        element('td', { role: 'cell', class: kind }, text(detection, this.#frame))));
    row.dataset.time = detection.timestamp;
    markRow(row, this.#current);
    return row;
  }

  #click(event) {
    const time = event.target.closest('tr')?.dataset.time;
    if (time === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.#tell.seek(Number(time));
  }

  #move(event) {
    const index = this.#rowIndexOf(event.target);
    const page = Math.max(1, Math.floor(this.#scroller.clientHeight / rowHeight) - 2);
    const to = {
      ArrowUp: index - 1, ArrowDown: index + 1, PageUp: index - page, PageDown: index + page, Home: 0, End: Infinity,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const target = Math.min(this.#total - 1, Math.max(0, to));
    this.#reveal(target);
    this.#draw();
    this.#linkOf(target)?.focus({ preventScroll: true });
  }

  #reveal(index) {
    if (index === undefined) return;
    const head = this.#scroller.querySelector('thead').offsetHeight;
    const top = index * rowHeight;
    const { scrollTop, clientHeight } = this.#scroller;
    if (top < scrollTop || top + rowHeight > scrollTop + clientHeight - head) {
      // Whole rows: one that is half under the head could hardly be hit.
      this.#scroller.scrollTop = Math.floor((top - (clientHeight - head) / 3) / rowHeight) * rowHeight;
    }
  }

  #rowIndexOf(target) {
    return Number(target.closest('tr')?.dataset.index);
  }

  #linkOf(index) {
    return this.#body.querySelector(`tr[data-index="${index}"] a`);
  }
}

function markRow(row, time) {
  if (time !== undefined && row.dataset.time === String(time)) row.setAttribute('aria-current', 'time');
  else row.removeAttribute('aria-current');
}

function spacer(count, width) {
  const row = element('tr', { class: 'spacer', 'aria-hidden': 'true' }, element('td', { colSpan: width }));
  row.firstChild.style.height = `${count * rowHeight}px`;
  return row;
}
