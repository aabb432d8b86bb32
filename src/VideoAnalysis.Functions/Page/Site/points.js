// Shows the points of what was found over the picture, where somebody wants them.

import { byId, say } from './dom.js';

export class Points {
  #overlay;
  #draw;
  #view;
  #isOn = false;

  /**
   * @param {import('./overlay.js').Overlay} overlay
   * @param {() => void} draw Draws what is seen anew.
   * @param {AbortSignal} signal
   */
  constructor(overlay, draw, signal) {
    this.#overlay = overlay;
    this.#draw = draw;
    byId('points').setAttribute('aria-pressed', 'false');
    byId('points').addEventListener('click', () => this.toggle(), { signal });
    this.show();
  }

  /** Offers the points of an analysis, if it has any. @param {object} [view] How the analysis is shown. */
  show(view) {
    this.#view = view;
    say(byId('points'), view?.pointsTitle ?? '');
    this.#pick();
  }

  toggle() {
    this.#isOn = !this.#isOn;
    byId('points').setAttribute('aria-pressed', this.#isOn);
    this.#pick();
    this.#draw();
  }

  #pick() {
    this.#overlay.points = this.#isOn && this.#view ? this.#view.points : () => [];
  }
}
