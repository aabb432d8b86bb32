// Shows who and what is seen, and when: a lane each, on the time axis of the timeline above.

import { byId, element } from './dom.js';
import { clock, number, share } from './format.js';
import { isSeen } from './seen.js';

/** More lanes than this are drawn when they are asked for. */
const atOnce = 100;

/** Spans that are closer than this share of the video are drawn as one. */
const leastGap = 1 / 4_000;

/** What is seen now is looked up so often while a video plays. */
const pauseMillis = 150;

export class Lanes {
  #root = byId('lanes');
  #head = element('div', { class: 'lanes-head', 'aria-hidden': 'true' });
  #duration;
  #seek;
  #subjects = [];
  #lanes = [];
  #shown = atOnce;
  #width = 0;
  #millis = 0;
  #marked = -Infinity;
  #stop = new AbortController();

  /**
   * @param {number} duration Milliseconds.
   * @param {(millis: number) => void} seek
   */
  constructor(duration, seek) {
    this.#duration = duration;
    this.#seek = seek;
    const { signal } = this.#stop;
    this.#root.addEventListener('click', event => this.#click(event), { signal });
    this.#root.addEventListener('keydown', event => this.#key(event), { signal });
    byId('tracks').addEventListener('scroll', () => this.move(this.#millis), { signal, passive: true });
    const resize = new ResizeObserver(() => this.#measure());
    resize.observe(this.#root);
    signal.addEventListener('abort', () => resize.disconnect());
  }

  close() {
    this.#stop.abort();
    this.#root.replaceChildren();
    this.#root.hidden = true;
  }

  /** @param {ReturnType<import('./seen.js').subjectsOf>} subjects */
  show(subjects) {
    this.#subjects = subjects;
    this.#draw();
  }

  /** The video is at that moment now. */
  move(millis) {
    this.#millis = millis;
    const across = this.#width * Math.min(1, millis / this.#duration || 0);
    this.#head.style.transform = `translateX(${across}px)`;
    this.#head.hidden = across < byId('tracks').scrollLeft;
    if (Math.abs(millis - this.#marked) < pauseMillis) return;
    this.#marked = millis;
    for (const { row, subject } of this.#lanes) {
      row.classList.toggle('seen', subject.appearances.some(each => isSeen(each, millis)));
    }
  }

  #draw() {
    this.#lanes = this.#subjects.slice(0, this.#shown).map((subject, i) => this.#lane(subject, i));
    const rest = this.#subjects.length - this.#lanes.length;
    const more = element('button', { type: 'button', class: 'more-lanes' }, `Show ${number(rest)} more`);
    more.addEventListener('click', () => {
      const first = this.#shown;
      this.#shown = Infinity;
      this.#draw();
      this.#lanes[first]?.row.querySelector('button').focus();
    });
    const list = element('div', { class: 'lane-list', role: 'list', 'aria-label': 'Who and what is seen, and when' },
      ...this.#lanes.map(({ row }) => row));
    this.#root.replaceChildren(list, ...rest > 0 ? [more] : [], this.#head);
    this.#root.hidden = this.#lanes.length === 0;
    this.#measure();
  }

  #lane(subject, index) {
    const { name, appearances } = subject;
    const times = appearances.length === 1
      ? `${clock(appearances[0].start)} to ${clock(appearances[0].end)}`
      : `${number(appearances.length)} times`;
    const button = element('button', {
      type: 'button', class: 'lane-name', tabIndex: index === 0 ? 0 : -1, title: name,
    },
    element('span', { class: 'lane-text' }, name), ' ', element('span', { class: 'quiet' }, share(subject.share)),
    element('span', { class: 'hidden-label' }, ` of the video, ${times}: go to the next time`));
    const row = element('div', { class: 'lane', role: 'listitem', 'data-index': index }, button,
      element('div', { class: 'lane-track' }, ...joined(appearances, this.#duration * leastGap)
        .map(span => this.#span(span))));
    return { row, subject };
  }

  #span({ start, end }) {
    const span = element('i', {});
    span.style.left = `${100 * start / this.#duration}%`;
    span.style.width = `${100 * Math.max(0, Math.min(end, this.#duration) - start) / this.#duration}%`;
    return span;
  }

  #measure() {
    const track = this.#root.querySelector('.lane-track');
    if (!track) return;
    this.#width = track.clientWidth;
    this.#head.style.left = `${track.offsetLeft}px`;
    this.#marked = -Infinity;
    this.move(this.#millis);
  }

  #click(event) {
    const row = event.target.closest('.lane');
    if (!row) return;
    const track = row.querySelector('.lane-track');
    if (track.contains(event.target)) {
      const { left, width } = track.getBoundingClientRect();
      this.#seek(this.#duration * Math.min(1, Math.max(0, (event.clientX - left) / width)));
    } else {
      const { appearances } = this.#lanes[row.dataset.index].subject;

      // A seek may end a little before or behind where it was meant to.
      const next = appearances.find(each => each.start > this.#millis + 50) ?? appearances[0];
      this.#seek(next.start);
    }
  }

  #key(event) {
    const row = event.target.closest('.lane');
    const to = row && { ArrowUp: row.previousElementSibling, ArrowDown: row.nextElementSibling }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!to) return;
    row.querySelector('button').tabIndex = -1;
    const button = to.querySelector('button');
    button.tabIndex = 0;
    button.focus();
  }
}

/** The spans of appearances, those that touch or nearly do as one. */
function joined(appearances, gap) {
  const spans = [];
  for (const { start, end } of [...appearances].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start - last.end <= gap) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
