// Asks how a video stands, again and again until its analyses have ended.

import { get } from './api.js';

const busyMillis = 1_500;
const troubledMillis = 6_000;

/** A video is known moments after its upload; a link to it may be faster. */
const patienceMillis = 60_000;

export class Watch {
  #key;
  #tell;
  #signal;
  #timer;
  #asked = 0;
  #opened = Date.now();

  /**
   * @param {string} key
   * @param {{taken: (video: object) => Promise<void>, missed: (error: Error) => void}} tell
   * @param {AbortSignal} signal
   */
  constructor(key, tell, signal) {
    this.#key = key;
    this.#tell = tell;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Asks now, and whenever else it is of use. */
  async look() {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    let video;
    try {
      video = await get('results/-', { video: this.#key, limit: 1 }, this.#signal);
    } catch (error) {
      if (this.#signal.aborted || asked !== this.#asked) return;
      this.#tell.missed(error);
      if (this.#mayPass(error)) this.#again(troubledMillis);
      return;
    }
    if (asked !== this.#asked) return;
    await this.#tell.taken(video);
    const hasEnded = ({ status }) => status === 'SUCCEEDED' || status === 'FAILED';
    if (!Object.values(video.analyses).every(hasEnded)) this.#again(busyMillis);
  }

  #again(millis) {
    if (!this.#signal.aborted) this.#timer = setTimeout(() => this.look(), millis);
  }

  /** Whether asking again is of any use. */
  #mayPass({ status }) {
    if (status === 404) return Date.now() < this.#opened + patienceMillis;
    return status < 400 || status === 429 || status >= 500;
  }
}
