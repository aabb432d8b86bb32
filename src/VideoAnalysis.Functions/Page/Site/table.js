// The table of faces. It holds rows for what is visible, and fetches what they show.

import { byId, element, say } from './dom.js';
import { clock, faces, number, percent, tenths } from './format.js';
import { compare, sortableHead } from './sorting.js';

/** As in page.css: rows of one height can be found without measuring them. */
const rowHeight = 36;
const overscan = 12;

/** Rows that only fly by are not fetched. */
const fetchPauseMillis = 100;

/** So many are fetched for sorting without a word. */
const quietly = 3_000;

const columns = [
  { name: 'time', title: 'Time' },
  { name: 'confidence', title: 'Confidence', class: 'number', first: 'descending' },
  { name: 'size', title: 'Size', class: 'number', first: 'descending' },
  { name: 'yaw', title: 'Yaw', class: 'number' },
  { name: 'sharpness', title: 'Sharp', class: 'number', first: 'descending' },
];

const values = {
  time: face => face.timestamp,
  confidence: face => face.confidence,
  size: face => face.boundingBox && face.boundingBox.width * face.boundingBox.height,
  yaw: face => face.pose?.yaw,
  sharpness: face => face.quality?.sharpness,
};

export class FaceTable {
  #scroller = byId('rows');
  #body = byId('rows').querySelector('tbody');
  #source;
  #tell;
  #frame;
  #order = { column: 'time', direction: 'ascending' };
  #minConfidence = 0;
  #windows = [];
  #total = 0;
  #all;
  #sorted;
  #sorting;
  #current;
  #follows = false;
  #drawn = '';
  #stop = new AbortController();

  /**
   * @param {import('./faces.js').Faces} source
   * @param {{width?: number, height?: number}} frame The picture's size in pixels.
   * @param {{seek: (millis: number) => void, report: (error: Error) => void}} tell
   */
  constructor(source, frame, tell) {
    this.#source = source;
    this.#frame = frame;
    this.#tell = tell;
    const { signal } = this.#stop;
    sortableHead(this.#scroller.querySelector('thead'), columns, this.#order, order => this.#sort(order));
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
    say(byId('faces-count'), '');
    say(byId('faces-empty'), '');
  }

  /** Shows what the timeline counts. */
  show(bars, minConfidence) {
    this.#minConfidence = minConfidence;
    this.#windows = [];
    this.#total = 0;
    for (const { from, detections } of bars) {
      const index = this.#source.windowOf(from);
      if (this.#windows.at(-1)?.index !== index) this.#windows.push({ index, offset: this.#total, count: 0 });
      this.#windows.at(-1).count += detections;
      this.#total += detections;
    }
    this.#sorted = this.#all && this.#sortedOf(this.#all);
    this.#tellCount();
    say(byId('faces-empty'), this.#total > 0 ? ''
      : minConfidence > 0 ? 'No face is as sure as that.' : 'No face was found in this video.');
    this.#draw(true);
    this.#follow();
  }

  /** Marks the faces of the sample that is on the screen, and with `follow`, brings them into sight. */
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
    say(byId('faces-count'), text ?? faces(this.#total));
  }

  async #sort(order) {
    this.#order = order;
    this.#sorting?.abort();
    this.#scroller.scrollTop = 0;
    if (order.column === 'time') {
      this.#sorted = undefined;
      this.#tellCount();
      return this.#draw(true);
    }
    const sorting = this.#sorting = new AbortController();
    try {
      this.#all ??= await this.#source.all(0, count => this.#total > quietly && this.#tellCount(
        `Fetching every face to sort them: ${number(count)} …`), sorting.signal);
      if (sorting.signal.aborted) return;
      this.#sorted = this.#sortedOf(this.#all);
      this.#tellCount();
      this.#draw(true);
    } catch (error) {
      if (!sorting.signal.aborted) this.#tell.report(error);
    }
  }

  #sortedOf(all) {
    if (this.#order.column === 'time') return undefined;
    return all.filter(face => this.#isWanted(face)).sort(compare(values[this.#order.column], this.#order.direction));
  }

  #isWanted(face) {
    return !(face.confidence < this.#minConfidence);
  }

  /** Where in the table a place in the order of time is, or the other way round. */
  #turned(index) {
    return this.#order.direction === 'descending' ? this.#total - 1 - index : index;
  }

  #windowAt(place) {
    return this.#windows.findLast(window => window.offset <= place);
  }

  /** The wanted faces of a window, if they are here. */
  #facesOf(window) {
    const all = this.#source.peek(window.index);
    if (!all) return undefined;
    if (window.all !== all) Object.assign(window, { all, faces: all.filter(face => this.#isWanted(face)) });
    return window.faces;
  }

  #faceAt(index) {
    if (this.#sorted) return this.#sorted[index];
    const place = this.#turned(index);
    const window = this.#windowAt(place);
    return window && this.#facesOf(window)?.[place - window.offset];
  }

  #indexOf(time) {
    const window = this.#windows.find(candidate => candidate.index === this.#source.windowOf(time));
    const within = window && this.#facesOf(window)?.findIndex(face => face.timestamp === time);
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
    for (let i = first; i < end; i++) rows.push(this.#row(i, this.#faceAt(i)));
    this.#body.replaceChildren(spacer(first), ...rows, spacer(this.#total - end));
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

  #row(index, face) {
    const row = element('tr', { role: 'row', 'aria-rowindex': index + 2, 'data-index': index });
    if (!face) {
      row.append(element('td', { role: 'cell', colSpan: columns.length, class: 'quiet' }, '…'));
      return row;
    }
    const link = element('a', { href: `#t=${face.timestamp / 1000}` }, clock(face.timestamp, true));
    row.append(
      element('td', { role: 'cell' }, link),
      element('td', { role: 'cell', class: 'number' }, face.confidence === undefined ? '' : percent(face.confidence)),
      element('td', { role: 'cell', class: 'number' }, this.#size(face.boundingBox)),
      element('td', { role: 'cell', class: 'number' }, face.pose ? `${Math.round(face.pose.yaw)}°`.replace('-', '−') : ''),
      element('td', { role: 'cell', class: 'number' }, face.quality ? tenths(face.quality.sharpness) : ''));
    row.dataset.time = face.timestamp;
    markRow(row, this.#current);
    return row;
  }

  #size(box) {
    if (!box) return '';
    const { width, height } = this.#frame;
    return width && height
      ? `${Math.round(box.width * width)} × ${Math.round(box.height * height)}`
      : `${tenths(100 * box.width)} × ${tenths(100 * box.height)} %`;
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
      ArrowUp: index - 1, ArrowDown: index + 1, PageUp: index - page, PageDown: index + page, Home: 0, End: this.#total - 1,
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
      this.#scroller.scrollTop = top - (clientHeight - head) / 3;
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

function spacer(count) {
  const row = element('tr', { class: 'spacer', 'aria-hidden': 'true' }, element('td', { colSpan: columns.length }));
  row.firstChild.style.height = `${count * rowHeight}px`;
  return row;
}
