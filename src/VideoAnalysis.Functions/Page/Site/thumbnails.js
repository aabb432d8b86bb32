// Cuts small pictures out of the video, as they come into sight. They stay in this tab.

/** As much of the picture around a box is shown, in its own sizes. */
const margin = 0.3;

export class Thumbnails {
  #film;
  #source = document.createElement('video');
  #wanted = new Map();
  #queue = [];
  #isBusy = false;
  #observer;
  #stop = new AbortController();

  /**
   * @param {HTMLVideoElement} film Plays the video.
   * @param {Element} scroller What the pictures scroll in.
   */
  constructor(film, scroller) {
    this.#film = film;
    Object.assign(this.#source, { crossOrigin: 'anonymous', muted: true, playsInline: true, preload: 'auto' });
    this.#observer = new IntersectionObserver(entries => this.#seen(entries), { root: scroller, rootMargin: '100px' });
    film.addEventListener('loadedmetadata', () => this.#work(), { signal: this.#stop.signal });
  }

  /**
   * Has a picture drawn when it comes into sight.
   * @param {HTMLCanvasElement} canvas
   * @param {number} millis
   * @param {{left: number, top: number, width: number, height: number}|undefined} box What is shown; without it all.
   */
  add(canvas, millis, box) {
    this.#wanted.set(canvas, { millis, box });
    this.#observer.observe(canvas);
  }

  /**
   * Draws a picture before all others.
   * @param {HTMLCanvasElement} canvas
   * @returns {Promise<void>} Ends when it is drawn.
   */
  cut(canvas, millis, box) {
    return new Promise((resolve, reject) => {
      this.#wanted.set(canvas, { millis, box, resolve, reject });
      this.#queue.unshift(canvas);
      this.#work();
    });
  }

  /** Forgets the pictures that are not drawn yet. */
  clear() {
    this.#observer.disconnect();
    this.#wanted.clear();
    this.#queue = [];
  }

  close() {
    this.clear();
    this.#stop.abort();
    this.#source.removeAttribute('src');
    this.#source.load();
  }

  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !this.#wanted.has(target)) continue;
      this.#observer.unobserve(target);
      this.#queue.push(target);
    }
    this.#work();
  }

  async #work() {
    if (this.#stop.signal.aborted || this.#isBusy || this.#queue.length === 0 || !this.#film.videoWidth) return;
    this.#isBusy = true;
    try {
      while (this.#queue.length > 0) {
        const canvas = this.#queue.shift();
        const wanted = this.#wanted.get(canvas);
        if (!wanted) continue;
        await this.#goTo(wanted.millis);
        draw(canvas, this.#source, wanted.box);
        this.#wanted.delete(canvas);
        wanted.resolve?.();
      }
    } catch (error) {
      for (const { reject } of this.#wanted.values()) reject?.(error);
      // Without a picture the list says all that it has to say; the player tells why the video cannot be shown.
      this.#queue = [];
    } finally {
      this.#isBusy = false;
    }
  }

  /** Comes to the frame that is shown at a moment. */
  #goTo(millis) {
    const { signal } = this.#stop;
    return new Promise((resolve, reject) => {
      const end = new AbortController();
      const on = (target, name, action) => target.addEventListener(name, () => {
        end.abort();
        action();
      }, { signal: end.signal });
      signal.throwIfAborted();
      on(this.#source, 'seeked', resolve);
      on(this.#source, 'error', () => reject(new Error('no picture')));
      on(signal, 'abort', () => reject(signal.reason));
      if (this.#source.src !== this.#film.src) this.#source.src = this.#film.src;

      // A millisecond on, or rounding could show the frame before.
      this.#source.currentTime = (millis + 1) / 1000;
    });
  }
}

function draw(canvas, source, box) {
  const [wide, high] = [source.videoWidth, source.videoHeight];
  const size = box
    ? Math.min(wide, high, (1 + 2 * margin) * Math.max(box.width * wide, box.height * high))
    : Math.min(wide, high);
  const middle = box ? [(box.left + box.width / 2) * wide, (box.top + box.height / 2) * high] : [wide / 2, high / 2];
  const [left, top] = [[middle[0], wide], [middle[1], high]]
    .map(([at, length]) => Math.min(length - size, Math.max(0, at - size / 2)));
  canvas.getContext('2d').drawImage(source, left, top, size, size, 0, 0, canvas.width, canvas.height);
}
