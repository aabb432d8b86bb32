// Plays the video, and says which moment is on the screen.

import { get } from './api.js';
import { byId, say } from './dom.js';
import { clock } from './format.js';

/** A moment is the beginning of a frame. A seek aims a little behind it, or rounding could show the frame before. */
const nudgeMillis = 1;

export class Player {
  #film = byId('film');
  #key;
  #moment;
  #expires = Infinity;
  #renewed = false;
  #isWanted = false;
  #stop = new AbortController();

  /**
   * @param {string} key
   * @param {number} moment Where to begin, in milliseconds.
   * @param {{
   *   moment: (millis: number) => void,
   *   target: (millis: number) => void,
   *   shape: () => void,
   *   settled: () => void,
   * }} tell
   *   Told of each moment that comes on the screen; of one that is to come; of the picture's shape; and when a seek or
   *   playing has ended.
   */
  constructor(key, moment, tell) {
    this.#key = key;
    this.#moment = moment;
    this.tell = tell;
    this.#listen();
    this.#showState();
    this.#load();
  }

  /** The moment that is on the screen, in milliseconds. */
  get millis() {
    return this.#moment;
  }

  /** The picture's width and height in pixels; 0 until they are known. */
  get shape() {
    return [this.#film.videoWidth, this.#film.videoHeight];
  }

  /** The video's length in milliseconds, as the browser knows it. */
  get duration() {
    return Number.isFinite(this.#film.duration) ? this.#film.duration * 1000 : undefined;
  }

  /** Goes to a moment. Without a video that plays, the results of that moment are shown all the same. */
  seek(millis) {
    const { duration } = this;
    this.#moment = Math.max(0, duration === undefined ? millis : Math.min(millis, duration));
    if (this.#film.readyState >= HTMLMediaElement.HAVE_METADATA) {
      this.#film.currentTime = (this.#moment + nudgeMillis) / 1000;
      this.#showClock();
      this.tell.target(this.#moment);
    } else {
      this.#show(this.#moment);
      this.tell.settled();
    }
  }

  toggle() {
    if (this.#film.paused) this.#play();
    else this.#film.pause();
  }

  #play() {
    // It may be paused again before it began; what else goes wrong is an error of the element's own.
    this.#film.play().catch(() => {});
  }

  toggleMute() {
    this.#film.muted = !this.#film.muted;
  }

  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else byId('player').requestFullscreen?.().catch(() => {});
  }

  close() {
    this.#stop.abort();
    this.#film.pause();
    this.#film.removeAttribute('src');
    this.#film.load();
    say(byId('stage-message'), '');
    byId('player').classList.remove('unplayable');
    if (document.fullscreenElement) document.exitFullscreen();
  }

  /** Asks for an address to play from. It works for a while only. */
  async #load() {
    try {
      const { url, expiresAt } = await get('videos/-', { video: this.#key }, this.#stop.signal);
      this.#expires = Date.parse(expiresAt);
      this.#film.src = url;
    } catch (error) {
      if (error.name !== 'AbortError') this.#refuse(`The video cannot be played. ${error.message}`);
    }
  }

  /** Says why the video cannot be played, or with nothing, that it can: then there are controls to do so. */
  #refuse(text) {
    say(byId('stage-message'), text);
    byId('player').classList.toggle('unplayable', Boolean(text));
    this.tell.shape();
  }

  #listen() {
    const { signal } = this.#stop;
    const film = (name, listener) => this.#film.addEventListener(name, listener, { signal });
    const click = (id, action) => byId(id).addEventListener('click', action, { signal });
    film('loadedmetadata', () => {
      this.#refuse('');
      if (!this.#film.videoWidth) {
        say(byId('stage-message'), 'The file has sound only, or a picture that this browser cannot show.');
      }
      this.#film.playbackRate = Number(byId('speed').value);
      this.#film.currentTime = (this.#moment + nudgeMillis) / 1000;
      this.#watch();
      if (this.#isWanted) this.#play();
    });
    film('seeked', () => {
      this.#show(Math.round(this.#film.currentTime * 1000) - nudgeMillis);
      if (this.#film.paused) this.tell.settled();
    });
    film('play', () => { this.#isWanted = true; });
    film('pause', () => {
      this.#isWanted = false;
      this.tell.settled();
    });
    film('error', () => this.#failed());
    for (const name of ['play', 'pause', 'ended', 'emptied', 'volumechange']) film(name, () => this.#showState());
    click('stage', () => this.toggle());
    click('play', () => this.toggle());
    click('mute', () => this.toggleMute());
    click('fullscreen', () => this.toggleFullScreen());
    byId('speed').addEventListener(
      'change', event => { this.#film.playbackRate = Number(event.target.value); }, { signal });
  }

  /** Tells of every frame as it is shown, or where a browser does not say that, of every frame of the screen. */
  #watch() {
    if (this.#stop.signal.aborted) return;
    if ('requestVideoFrameCallback' in this.#film) {
      const shown = (now, { mediaTime }) => {
        if (this.#stop.signal.aborted) return;
        if (!this.#film.paused && !this.#film.seeking) this.#show(mediaTime * 1000);
        this.#film.requestVideoFrameCallback(shown);
      };
      if (!this.#watched) this.#film.requestVideoFrameCallback(shown);
    } else {
      const shown = () => {
        if (this.#stop.signal.aborted) return;
        if (!this.#film.paused && !this.#film.seeking) this.#show(this.#film.currentTime * 1000);
        requestAnimationFrame(shown);
      };
      if (!this.#watched) requestAnimationFrame(shown);
    }
    this.#watched = true;
  }

  #watched = false;

  #show(millis) {
    this.#moment = Math.max(0, millis);
    this.#showClock();
    this.tell.moment(this.#moment);
  }

  #showClock() {
    const text = clock(this.#moment, true);
    if (byId('now').textContent !== text) byId('now').textContent = text;
  }

  #showState() {
    const { paused, muted } = this.#film;
    byId('player').classList.toggle('playing', !paused);
    byId('play').setAttribute('aria-label', paused ? 'Play' : 'Pause');
    byId('mute').setAttribute('aria-pressed', muted);
  }

  #failed() {
    if (!this.#film.getAttribute('src')) return;
    if (Date.now() > this.#expires - 5_000 && !this.#renewed) {
      // The address is too old. Whoever still may play the video gets another, and it goes on where it was.
      this.#renewed = true;
      setTimeout(() => { this.#renewed = false; }, 60_000);
      this.#load();
      return;
    }
    this.#refuse(this.#film.error?.code === MediaError.MEDIA_ERR_NETWORK
      ? 'The connection broke while the video was loading. Reload the page to try again.'
      : 'This browser cannot play the file.');
  }
}
