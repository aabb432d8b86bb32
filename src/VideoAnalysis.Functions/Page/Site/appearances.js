// Lists appearances: each with a picture, from when to when, for which share of the video. What was detected of one is
// a click away.

import { byId, element, say } from './dom.js';
import { canBeNamed } from './persons.js';
import { clock, number, percent, share } from './format.js';
import { isSeen, shareOf } from './seen.js';
import { Thumbnails } from './thumbnails.js';

/** So many are listed at once; more on request. */
const atOnce = 200;

const orders = {
  time: (a, b) => a.start - b.start || a.id - b.id,
  longest: (a, b) => b.present - a.present || a.start - b.start,
};

export class AppearanceList {
  #list = byId('appearances');
  #order = byId('appearance-order');
  #view;
  #duration;
  #tell;
  #all = [];
  #shown = atOnce;
  #rows = [];

  /** Rows are made once: what a filter or another order brings back still has its picture. */
  #made = new Map();
  #thumbnails = new Thumbnails(byId('film'), byId('seen'));
  #canBeNamed = false;
  #stop = new AbortController();

  /**
   * @param {object} view How the analysis is shown.
   * @param {number} duration Milliseconds.
   * @param {{
   *   seek: (appearance: object) => void,
   *   open: (appearance: object) => void,
   *   name: (cut: (canvas: HTMLCanvasElement) => Promise<void>) => void,
   * }} tell
   */
  constructor(view, duration, tell) {
    this.#view = view;
    this.#duration = duration;
    this.#tell = tell;
    const { signal } = this.#stop;
    if (view.showsFaces) {
      canBeNamed().then(can => {
        this.#canBeNamed = can;
        if (!can || signal.aborted) return;
        this.#thumbnails.clear();
        this.#made.clear();
        this.#draw();
      });
    }
    this.#order.addEventListener('change', () => this.#draw(), { signal });
    this.#list.addEventListener('click', event => this.#click(event), { signal });
    byId('more-appearances').addEventListener('click', () => {
      const first = this.#shown;
      this.#shown += atOnce;
      this.#draw();
      this.#rows[first]?.row.querySelector('button').focus();
    }, { signal });
  }

  close() {
    this.#stop.abort();
    this.#thumbnails.close();
    this.#list.replaceChildren();
    byId('more-appearances').hidden = true;
  }

  /** How many there are, in words. */
  get count() {
    return `${number(this.#all.length)} ${this.#all.length === 1 ? 'appearance' : 'appearances'}`;
  }

  /** @param {object[]} appearances In the order of their starts. */
  show(appearances) {
    this.#all = appearances;
    this.#draw();
  }

  /** Marks what is seen at a moment, and with `follow`, brings it into sight. */
  mark(millis, follow) {
    let first;
    for (const { row, appearance } of this.#rows) {
      const seen = isSeen(appearance, millis);
      if (seen === (row.getAttribute('aria-current') === 'time')) continue;
      if (seen) row.setAttribute('aria-current', 'time');
      else row.removeAttribute('aria-current');
      if (seen) first ??= row;
    }
    if (first && follow && this.#order.value === 'time') this.#reveal(first);
  }

  /** Brings an appearance into sight, and marks it. */
  reveal(appearance) {
    const place = this.#sorted.indexOf(appearance);
    if (place < 0) return;
    if (place >= this.#shown) {
      this.#shown = place + 1;
      this.#draw();
    }
    this.#list.querySelector('.linked')?.classList.remove('linked');
    this.#rows[place].row.classList.add('linked');
    this.#reveal(this.#rows[place].row);
  }

  get #sorted() {
    return [...this.#all].sort(orders[this.#order.value]);
  }

  #reveal(row) {
    const scroller = byId('seen');
    const top = row.offsetTop - scroller.offsetTop;
    if (top < scroller.scrollTop || top + row.offsetHeight > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top - scroller.clientHeight / 3;
    }
  }

  #draw() {
    const sorted = this.#sorted;
    this.#rows = sorted.slice(0, this.#shown).map(appearance => {
      if (!this.#made.has(appearance.id)) this.#made.set(appearance.id, this.#row(appearance));
      return { appearance, row: this.#made.get(appearance.id) };
    });
    this.#list.replaceChildren(...this.#rows.map(({ row }) => row));
    const rest = sorted.length - this.#rows.length;
    say(byId('more-appearances'), rest > 0 ? `Show more: ${number(rest)} are not listed yet` : '');
  }

  #row(appearance) {
    const { start, end, present, confidence, detections, best, id } = appearance;
    const name = this.#view.nameOf(appearance);
    const picture = element('canvas', { class: 'picture', width: 96, height: 96, 'aria-hidden': 'true' });
    this.#thumbnails.add(picture, best.timestamp, best.boundingBox);
    const facts = [share(shareOf(present, this.#duration)), confidence === undefined ? '' : percent(confidence)];
    return element('li', { class: 'appearance', 'data-id': id },
      element('button', { type: 'button', class: 'appearance-go', 'data-start': start },
        picture,
        element('span', { class: 'appearance-name' }, name), ' ',
        element('span', { class: 'appearance-time' }, `${clock(start, true)} – ${clock(end, true)}`), ' ',
        element('span', { class: 'quiet' }, facts.filter(Boolean).join(' · '))),
      element('button', { type: 'button', class: 'appearance-open' },
        number(detections), element('span', { class: 'hidden-label' }, ` detections of ${name}: show`)),
      ...this.#canBeNamed && best.boundingBox ? [element('button', { type: 'button', class: 'appearance-person' },
        'Name…', element('span', { class: 'hidden-label' }, ` the face of ${name}`))] : [],
      ...appearance.acrossCuts ? [element('p', { class: 'quiet across' }, 'Goes on over what may be a cut.')] : []);
  }

  #click(event) {
    const row = event.target.closest('.appearance');
    const found = this.#rows.find(each => each.row === row);
    if (!found || !event.target.closest('button')) return;
    const { best } = found.appearance;
    if (event.target.closest('.appearance-open')) this.#tell.open(found.appearance);
    else if (event.target.closest('.appearance-person')) this.#tell.name(
      canvas => this.#thumbnails.cut(canvas, best.timestamp, best.boundingBox));
    else this.#tell.seek(found.appearance);
  }
}
