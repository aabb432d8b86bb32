// Shows how much is seen when, and moves through the video.

import { byId } from './dom.js';
import { clock } from './format.js';

const axisHeight = 18;

export class Timeline {
  #root = byId('timeline');
  #canvas = byId('timeline-bars');
  #bars = [];
  #source;
  #view;
  #seek;
  #millis = 0;
  #stop = new AbortController();

  /**
   * @param {import('./detections.js').Detections} source
   * @param {object|undefined} view How the analysis is shown; none where there is nothing to show of it.
   * @param {(millis: number) => void} seek
   */
  constructor(source, view, seek) {
    this.#view = view;
    this.#source = source;
    this.#seek = seek;
    const { signal } = this.#stop;
    this.#root.setAttribute('aria-valuemin', 0);
    this.#root.setAttribute('aria-valuemax', (source.duration / 1000).toFixed(1));
    this.#listen(signal);
    const resize = new ResizeObserver(() => this.#draw());
    resize.observe(this.#root);
    signal.addEventListener('abort', () => resize.disconnect());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw(), { signal });
    this.move(0);
  }

  close() {
    this.#stop.abort();
    this.#bars = [];
    this.#draw();
    byId('bubble').hidden = true;
  }

  /** Shows these counts. */
  show(bars) {
    this.#bars = bars;
    this.#draw();
    this.#tell();
  }

  /** The video is at that moment now. */
  move(millis) {
    this.#millis = millis;
    const across = this.#root.clientWidth * Math.min(1, millis / this.#source.duration || 0);
    byId('playhead').style.transform = `translateX(${across}px)`;
    this.#tell();
  }

  #tell() {
    const seconds = (this.#millis / 1000).toFixed(0);
    if (this.#root.getAttribute('aria-valuenow') === seconds && this.#bars === this.#told) return;
    this.#told = this.#bars;
    this.#root.setAttribute('aria-valuenow', seconds);
    this.#root.setAttribute('aria-valuetext',
      [`${clock(this.#millis)} of ${clock(this.#source.duration)}`, this.#textAt(this.#millis)]
        .filter(Boolean).join(', '));
  }

  #told;

  #barAt(millis) {
    const from = Math.floor(millis / this.#source.interval) * this.#source.interval;
    return this.#bars.find(bar => bar.from === from);
  }

  #textAt(millis) {
    if (!this.#view) return '';
    const most = this.#barAt(millis)?.mostAtOnce;
    return most ? this.#view.count(most) : this.#view.none;
  }

  #listen(signal) {
    const on = (name, listener) => this.#root.addEventListener(name, listener, { signal });
    const millisAt = event => {
      const { left, width } = this.#root.getBoundingClientRect();
      return this.#source.duration * Math.min(1, Math.max(0, (event.clientX - left) / width));
    };
    on('pointerdown', event => {
      if (event.button !== 0) return;
      this.#root.setPointerCapture(event.pointerId);
      this.#seek(millisAt(event));
    });
    on('pointermove', event => {
      if (this.#root.hasPointerCapture(event.pointerId)) this.#seek(millisAt(event));
      this.#hint(millisAt(event));
    });
    on('pointerleave', () => { byId('bubble').hidden = true; });
    on('keydown', event => {
      const wide = Math.max(1_000, this.#source.duration / 20);
      const to = {
        ArrowLeft: this.#millis - (event.shiftKey ? 10_000 : 1_000),
        ArrowDown: this.#millis - 1_000,
        ArrowRight: this.#millis + (event.shiftKey ? 10_000 : 1_000),
        ArrowUp: this.#millis + 1_000,
        PageDown: this.#millis - wide,
        PageUp: this.#millis + wide,
        Home: 0,
        End: this.#source.duration,
      }[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.#seek(Math.min(this.#source.duration, Math.max(0, to)));
    });
  }

  #hint(millis) {
    const bubble = byId('bubble');
    bubble.textContent = [clock(millis), this.#textAt(millis)].filter(Boolean).join(' · ');
    bubble.hidden = false;
    const half = bubble.offsetWidth / 2;
    const across = this.#root.clientWidth * millis / this.#source.duration;
    bubble.style.transform = `translateX(${Math.min(this.#root.clientWidth - half, Math.max(half, across)) - half}px)`;
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.#root;
    const scale = devicePixelRatio;
    Object.assign(this.#canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
    const paint = this.#canvas.getContext('2d');
    if (!paint || width === 0) return;
    paint.scale(scale, scale);
    const color = name => getComputedStyle(this.#root).getPropertyValue(name);
    const { duration, interval } = this.#source;
    const high = height - axisHeight;
    paint.fillStyle = color('--line');
    paint.fillRect(0, high, width, 1);
    this.#drawAxis(paint, width, high, color('--quiet'), color('--line'));
    const most = Math.max(1, ...this.#bars.map(bar => bar.mostAtOnce));
    paint.fillStyle = color('--accent');
    const gap = width * interval / duration > 4 ? 1 : 0;
    for (const { from, mostAtOnce } of this.#bars) {
      // Edges between pixels would draw stripes.
      const left = Math.round(width * scale * from / duration) / scale;
      const right = Math.round(width * scale * Math.min(from + interval, duration) / duration) / scale;
      const wide = Math.max(1, right - left - gap);
      const tall = Math.max(2, (high - 6) * mostAtOnce / most);
      paint.fillRect(left, high - tall, wide, tall);
    }
    this.move(this.#millis);
  }

  #drawAxis(paint, width, top, color, line) {
    const { duration } = this.#source;
    const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map(seconds => seconds * 1000);
    const step = steps.find(step => width * step / duration >= 64) ?? steps.at(-1);
    paint.font = `11px ${getComputedStyle(this.#root).fontFamily}`;
    paint.textBaseline = 'bottom';
    for (let at = 0; at < duration; at += step) {
      const left = width * at / duration;
      paint.fillStyle = line;
      paint.fillRect(left, top, 1, 5);
      const text = clock(at);
      if (left + 4 + paint.measureText(text).width > width) break;
      paint.fillStyle = color;
      paint.fillText(text, left + 4, top + axisHeight - 1);
    }
  }
}
