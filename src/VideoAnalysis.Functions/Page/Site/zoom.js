// Zooms the time axis of the timeline and the lanes. What does not fit is reached by scrolling.

import { byId } from './dom.js';

/** Beyond this, the canvas of the timeline would be larger than browsers draw. */
const most = 8;

export class Zoom {
  #tracks = byId('tracks');
  #level = 1;
  #share = 0;
  #stop = new AbortController();

  constructor() {
    const { signal } = this.#stop;
    byId('zoom-in').addEventListener('click', () => this.#set(2 * this.#level), { signal });
    byId('zoom-out').addEventListener('click', () => this.#set(this.#level / 2), { signal });
    this.#set(1);
  }

  close() {
    this.#set(1);
    this.#stop.abort();
  }

  /** The video is at that share of its length now; a moment that is out of sight is brought into it. */
  move(share) {
    if (share === this.#share) return;
    this.#share = share;
    if (this.#level === 1) return;
    const [at, wide] = this.#place();
    const { scrollLeft } = this.#tracks;
    if (at < scrollLeft || at > scrollLeft + wide) this.#tracks.scrollLeft = at - wide / 4;
  }

  #set(level) {
    this.#level = Math.min(most, Math.max(1, level));
    this.#tracks.style.setProperty('--zoom', this.#level);
    const [at, wide] = this.#place();
    this.#tracks.scrollLeft = at - wide / 2;
  }

  /** Where the moment is on the axis, and how much of the axis is in sight, in pixels. */
  #place() {
    const wide = this.#tracks.clientWidth - byId('timeline').offsetLeft;
    return [this.#share * byId('timeline').clientWidth, wide];
  }
}
