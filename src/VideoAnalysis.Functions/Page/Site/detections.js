// The detections of a video, fetched in windows of time as they are needed.

import { get, pages } from './api.js';
import { pause } from './dom.js';

/** A bar of the timeline is at least this wide in time; a long video has wider ones. */
const intervals = [500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000];
const mostBars = 480;

/** As much is fetched at a time, and as many windows are kept. */
const windowMillis = 30_000;
const mostWindows = 24;
const pageSize = 1_000;

/** What cannot be fetched is tried again after this. */
const retryMillis = 5_000;

/** A sample holds until the next one, half a second later; where detections end there is none to end it. */
const holdMillis = 600;

/** Samples that are further apart than this have another between them, in which there was nothing. */
const gapMillis = 900;

export class Detections {
  #windows = new Map();
  #requests = new Map();
  #abort = new AbortController();
  #report;

  /**
   * @param {string} key
   * @param {string} analysis
   * @param {number} duration Milliseconds.
   * @param {(error?: Error) => void} report Told why a window cannot be fetched, and when one is there.
   */
  constructor(key, analysis, duration, report) {
    this.#report = report;
    this.key = key;
    this.analysis = analysis;
    this.duration = duration;
    this.interval = intervals.find(interval => duration / interval <= mostBars) ?? intervals.at(-1);
    this.windowMillis = Math.ceil(windowMillis / this.interval) * this.interval;
  }

  /** Stops what is under way. */
  close() {
    this.#abort.abort();
  }

  /**
   * How many detections there are when.
   * @returns {Promise<{from: number, detections: number, mostAtOnce: number}[]>}
   */
  async timeline(minConfidence) {
    const { intervals } =
      await get('timeline/-', { ...this.#query, interval: this.interval, minConfidence }, this.#abort.signal);
    return intervals;
  }

  /** The number of the window in which a moment is. */
  windowOf(millis) {
    return Math.max(0, Math.floor(millis / this.windowMillis));
  }

  /** A window's detections in the order of time, if they are here. */
  peek(index) {
    return this.#windows.get(index)?.detections;
  }

  /** A window's detections in the order of time, sooner or later. */
  async window(index) {
    const known = this.#touch(index);
    if (known) return known.detections;
    if (!this.#requests.has(index)) {
      this.#requests.set(index, this.#persist(index).finally(() => this.#requests.delete(index)));
    }
    return this.#requests.get(index);
  }

  /**
   * All of them, page by page.
   * @param {number} minConfidence
   * @param {(count: number) => void} progress
   * @param {AbortSignal} signal
   */
  async all(minConfidence, progress, signal) {
    const detections = [];
    const either = AbortSignal.any([signal, this.#abort.signal]);
    for await (const page of this.#pages({ minConfidence, limit: 5_000 }, either)) {
      detections.push(...page.detections);
      progress(detections.length);
    }
    return detections;
  }

  /** The detections of an appearance, in the order of time. */
  async of({ id, start, end }) {
    const detections = [];
    for await (const page of this.#pages({ from: start, to: end, limit: pageSize }, this.#abort.signal)) {
      detections.push(...page.detections.filter(each => each.appearance === id));
    }
    return detections;
  }

  /**
   * What is seen at a moment.
   * @returns {{time: number, next?: object, detections: object[]}|null|undefined} The sample that holds then, with the
   *   one after it; null when there is none, undefined when it is not known yet.
   */
  sampleAt(millis) {
    const index = this.windowOf(millis);
    const window = this.#touch(index);
    if (!window) return undefined;
    const at = lastUpTo(window.samples, millis);
    const sample = at >= 0 ? window.samples[at] : this.#windows.get(index - 1)?.samples.at(-1);
    if (!sample || millis - sample.time > holdMillis) return null;
    const next = window.samples[at + 1] ?? this.#windows.get(index + 1)?.samples[0];
    sample.next = next && next.time - sample.time <= gapMillis ? next : undefined;
    return sample;
  }

  /** Has the windows here that are needed now and soon; tells when the one of the moment has come. */
  prepare(millis, come) {
    const now = this.windowOf(millis);
    const soon = this.windowOf(millis + this.windowMillis / 2);
    const before = this.windowOf(millis - 1_000);
    for (const wanted of new Set([now, soon, before])) {
      if (this.peek(wanted) || wanted * this.windowMillis > this.duration) continue;
      this.window(wanted).then(() => wanted === now && come(), () => {}); // The view was closed meanwhile.
    }
  }

  /** A window, if it is here; from now on the last to be forgotten. */
  #touch(index) {
    const window = this.#windows.get(index);
    if (window) {
      this.#windows.delete(index);
      this.#windows.set(index, window);
    }
    return window;
  }

  get #query() {
    return { video: this.key, analysis: this.analysis };
  }

  /** Fetches a window, as often as it takes. */
  async #persist(index) {
    for (;;) {
      try {
        const detections = await this.#fetch(index);
        this.#report();
        return detections;
      } catch (error) {
        if (this.#abort.signal.aborted) throw error;
        this.#report(error);
        await pause(retryMillis, this.#abort.signal);
      }
    }
  }

  async #fetch(index) {
    const from = index * this.windowMillis;
    const detections = [];
    const window = { from, to: from + this.windowMillis - 1, limit: pageSize };
    for await (const page of this.#pages(window, this.#abort.signal)) {
      detections.push(...page.detections);
    }
    this.#windows.set(index, { detections, samples: samplesOf(detections) });
    if (this.#windows.size > mostWindows) this.#windows.delete(this.#windows.keys().next().value);
    return detections;
  }

  #pages(query, signal) {
    return pages('results/-', { ...this.#query, ...query }, signal);
  }
}

function samplesOf(detections) {
  const samples = [];
  for (const detection of detections) {
    if (samples.at(-1)?.time !== detection.timestamp) samples.push({ time: detection.timestamp, detections: [] });
    samples.at(-1).detections.push(detection);
  }
  return samples;
}

/** The index of the last sample that is not after a moment; -1 when all are. */
function lastUpTo(samples, millis) {
  let [low, high] = [0, samples.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (samples[middle].time <= millis) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
