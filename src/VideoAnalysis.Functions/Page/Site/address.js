// The address of a video's page follows what is looked at, so that it can be copied.

import { byId, copy, say } from './dom.js';
import { fragmentOf } from './place.js';
import { isSeen } from './seen.js';

export class Address {
  /** The analysis that somebody chose; none where nobody did. */
  analysis;

  /** The appearance that is looked at, as long as it is one of the moment. */
  appearance;
  #moment;
  #signal;

  /**
   * @param {string|undefined} analysis
   * @param {() => number} moment The moment that is looked at, in milliseconds.
   * @param {AbortSignal} signal
   */
  constructor(analysis, moment, signal) {
    this.analysis = analysis;
    this.#moment = moment;
    this.#signal = signal;
  }

  /** Names what is looked at now. */
  note() {
    if (this.#signal.aborted) return;
    const millis = this.#moment();
    if (this.appearance && !isSeen(this.appearance, millis)) this.appearance = undefined;
    const fragment = fragmentOf({ millis, analysis: this.analysis, appearance: this.appearance?.id });
    history.replaceState(null, '', location.pathname + location.search + fragment);
    say(byId('copy-link'), `Copy link to this ${this.appearance ? 'appearance' : 'moment'}`);
  }

  async copy() {
    this.note();
    say(byId('copy-link'), await copy(location.href) ? 'Copied' : 'Copy it from the address bar');
    setTimeout(() => this.note(), 2_000);
  }
}
