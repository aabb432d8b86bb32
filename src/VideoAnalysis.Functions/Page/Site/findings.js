// What an analysis found in a video, beside and under the player: the timeline, the lanes, and the two lists.

import { AppearanceList } from './appearances.js';
import { Detections } from './detections.js';
import { byId, say } from './dom.js';
import { clock } from './format.js';
import { Lanes } from './lanes.js';
import { nameFace } from './persons.js';
import { appearancesOf, subjectsOf } from './seen.js';
import { DetectionTable } from './table.js';
import { Timeline } from './timeline.js';
import { Zoom } from './zoom.js';

export class Findings {
  #key;
  #view;
  #duration;
  #tell;
  #detections;
  #timeline;
  #lanes;
  #zoom = new Zoom();
  #list;
  #table;
  #expected;
  #frame;
  #names = new Map();
  #appearances;

  /** What was asked for, and is on its way or here. */
  #asked = {};
  #minConfidence = 0;
  #millis = 0;
  #stop = new AbortController();

  /**
   * @param {string} key
   * @param {object} view How the analysis is shown.
   * @param {{duration: number, width?: number, height?: number, expected?: number}} video Its length in milliseconds,
   *   the picture's size in pixels, and how many detections the summary counts.
   * @param {{
   *   seek: (millis: number) => void,
   *   seekAppearance: (appearance: object) => void,
   *   report: (error?: Error) => void,
   *   searched: (analysis: string) => void,
   * }} tell
   */
  constructor(key, view, { duration, width, height, expected }, tell) {
    this.#key = key;
    this.#view = view;
    this.#duration = duration;
    this.#tell = tell;
    this.#expected = expected;
    this.#detections = new Detections(key, view.name, duration, tell.report);
    this.#timeline = new Timeline(this.#detections, view, tell.seek);
    this.#lanes = new Lanes(duration, tell.seek);
    this.#list = new AppearanceList(view, duration, {
      seek: tell.seekAppearance,
      open: appearance => this.#open(appearance),
      name: cut => nameFace(key, cut, tell.searched),
    });
    this.#frame = { width, height };
    const { signal } = this.#stop;
    byId('show-appearances').addEventListener('click', () => this.#choose(true), { signal });
    byId('show-detections').addEventListener('click', () => this.#choose(false), { signal });
    byId('all-detections').addEventListener('click', () => this.#openAll(), { signal });
    this.#choose(true);
    say(byId('seen-count'), 'Loading…');
    byId('seen').setAttribute('aria-busy', 'true');
  }

  /** The name of what was detected, where it has one. */
  nameOf(detection) {
    return this.#names.get(detection.appearance);
  }

  /** The appearance of that number, once it is here. */
  find(id) {
    return this.#appearances?.find(appearance => appearance.id === id);
  }

  /** Brings an appearance into sight, and marks it. */
  reveal(appearance) {
    this.#choose(true);
    this.#list.reveal(appearance);
  }

  /** The detections that are here. */
  get detections() {
    return this.#detections;
  }

  close() {
    this.#stop.abort();
    const parts = [this.#zoom, this.#timeline, this.#lanes, this.#list, this.#table, this.#detections];
    for (const part of parts) part?.close();
    say(byId('all-detections'), '');
    say(byId('seen-count'), '');
  }

  /** Shows what has at least this confidence. */
  async filter(minConfidence) {
    this.#minConfidence = minConfidence;
    const { signal } = this.#stop;
    this.#asked.appearances ??= this.#once('appearances', appearancesOf(this.#key, this.#view.name, signal));
    this.#appearances = await this.#asked.appearances;
    if (signal.aborted || minConfidence !== this.#minConfidence) return;
    this.#table ??= this.#newTable();
    this.#showAppearances();
    const bars = await this.#detections.timeline(minConfidence || undefined);
    if (signal.aborted || minConfidence !== this.#minConfidence) return;
    this.#timeline.show(bars);
    this.#table.show(bars, minConfidence);
    await this.#listSpans(bars, minConfidence);
  }

  /** A promise that is asked for once, unless it fails. */
  #once(name, promise) {
    promise.catch(() => { this.#asked[name] = undefined; });
    return promise;
  }

  /** Shows what is seen at a moment, of which a sample may be known. */
  show(millis, time) {
    this.move(millis);
    this.#list.mark(millis, byId('follow').checked);
    this.#table?.mark(time, byId('follow').checked);
  }

  /** The video goes to a moment. */
  move(millis) {
    this.#millis = millis;
    this.#timeline.move(millis);
    this.#lanes.move(millis);
    this.#zoom.move(Math.min(1, millis / this.#duration || 0));
  }

  #newTable() {
    for (const appearance of this.#appearances) {
      if (appearance.subject || appearance.person) this.#names.set(appearance.id, this.#view.nameOf(appearance));
    }
    const what = {
      name: 'what', title: 'What', class: 'what',
      value: detection => this.nameOf(detection), text: detection => this.nameOf(detection) ?? '',
    };
    const columns = [...this.#names.size > 0 ? [what] : [], ...this.#view.columns];
    const { seek, report } = this.#tell;
    return new DetectionTable(this.#detections, { ...this.#view, columns }, this.#frame, { seek, report });
  }

  #showAppearances() {
    byId('seen').removeAttribute('aria-busy');
    const wanted = this.#appearances.filter(({ confidence }) => !(confidence < this.#minConfidence));
    this.#lanes.show(subjectsOf(wanted, this.#view, this.#duration));
    this.#list.show(wanted);
    this.#list.mark(this.#millis, false);
    say(byId('seen-count'), wanted.length > 0 ? this.#list.count
      : this.#minConfidence > 0 ? 'Nothing has as much confidence as that.' : 'Nothing was found in this video.');
  }

  /** A span counts in every interval that it reaches into: such detections cannot be found by their counts. */
  async #listSpans(bars, minConfidence) {
    if (minConfidence > 0 || this.#spans || this.#expected === undefined) return;
    if (bars.reduce((sum, { detections }) => sum + detections, 0) === this.#expected) return;
    const { signal } = this.#stop;
    this.#asked.spans ??= this.#once('spans', this.#detections.all(0, () => {}, signal));
    const spans = await this.#asked.spans;
    if (signal.aborted || this.#spans) return;
    this.#spans = spans;
    this.#table.only(spans);
  }

  #spans;

  #choose(appearances) {
    byId('show-appearances').setAttribute('aria-pressed', String(appearances));
    byId('show-detections').setAttribute('aria-pressed', String(!appearances));
    byId('seen').hidden = !appearances;
    byId('rows').hidden = appearances;
    byId('listed-head').hidden = appearances;
    if (!appearances) this.#table?.appear();
  }

  /** Lists the detections of an appearance. */
  async #open(appearance) {
    try {
      const detections = await this.#detections.of(appearance);
      if (this.#stop.signal.aborted) return;
      this.#choose(false);
      this.#table.only(detections);
      say(byId('all-detections'), `Only ${this.#view.nameOf(appearance)} from ${clock(appearance.start)}: show all`);
      this.#tell.seekAppearance(appearance);
      byId('all-detections').focus();
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#tell.report(error);
    }
  }

  #openAll() {
    say(byId('all-detections'), '');
    this.#table.only(this.#spans);
    byId('show-detections').focus();
  }
}
