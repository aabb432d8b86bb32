// One video: how its analyses stand, the player, and what an analysis found.

import { Address } from './address.js';
import { viewOf } from './analyses.js';
import { minConfidence, setRange, tell } from './confidence.js';
import { deleteResults } from './deleting.js';
import { byId, debounce, say } from './dom.js';
import { offerExports } from './exports.js';
import { showFacts } from './facts.js';
import { Findings } from './findings.js';
import { clock } from './format.js';
import { listenToKeys } from './keys.js';
import { fillName } from './listed.js';
import { Overlay } from './overlay.js';
import { Player } from './player.js';
import { Points } from './points.js';
import { isSeen } from './seen.js';
import { Standing } from './standing.js';
import { Timeline } from './timeline.js';
import { Watch } from './watch.js';

const troubledMillis = 6_000;
const filterPauseMillis = 150;
const addressPauseMillis = 250;

export class VideoView {
  #player;
  #overlay = new Overlay(byId('overlay'));
  #standing;
  #watch;
  #findings;
  #bareTimeline;
  #view;
  #selected;
  #points;
  #video;
  #address;

  /** The appearance that a link names, until it is shown. */
  #linked;
  #tell;
  #timer;
  #isTroubled = false;
  #stop = new AbortController();

  /**
   * @param {string} key
   * @param {ReturnType<import('./place.js').placeOf>} place Where to begin.
   * @param {{report: (error?: Error) => void, leave: () => void}} tell
   */
  constructor(key, { millis, analysis, appearance }, tell) {
    this.key = key;
    this.#address = new Address(analysis, () => this.#player.millis, this.#stop.signal);
    this.#linked = appearance;
    this.#tell = tell;
    this.#prepare();
    this.#points = new Points(this.#overlay, () => this.#show(this.#player.millis), this.#stop.signal);
    this.#listen();
    this.#standing = new Standing(key, {
      select: name => this.#select(name),
      started: () => this.#watch.look(),
    }, this.#stop.signal);
    offerExports(key, () => this.#selected, error => this.#report(error), this.#stop.signal);
    this.#player = new Player(key, millis ?? 0, {
      moment: millis => this.#show(millis),
      target: millis => (this.#findings ?? this.#bareTimeline)?.move(millis),
      shape: () => this.#shape(),
      settled: debounce(() => this.#address.note(), addressPauseMillis),
    });
    this.#watch = new Watch(key, {
      taken: video => this.#take(video),
      missed: error => this.#miss(error),
    }, this.#stop.signal);
    this.#watch.look();
  }

  /** Goes to a place; to no moment in particular, it stays. @param {ReturnType<import('./place.js').placeOf>} place */
  go({ millis, analysis, appearance }) {
    if (millis !== undefined) this.seek(millis);
    this.#linked = appearance;
    if (this.#video?.analyses[analysis]) this.#select(analysis);
    this.#reveal();
  }

  /** Goes to a moment. */
  seek(millis) {
    this.#address.appearance = undefined;
    this.#player.seek(millis);
  }

  /** Goes to where an appearance begins, and names it in the address. */
  #seekAppearance(appearance) {
    this.seek(appearance.start);
    this.#address.appearance = appearance;
  }

  /** Shows the appearance that a link names, if that is still one of the moment that the link names. */
  #reveal() {
    const appearance = this.#linked === undefined ? undefined : this.#findings?.find(this.#linked);
    if (!appearance) return;
    this.#linked = undefined;
    if (!isSeen(appearance, this.#player.millis)) return;
    this.#address.appearance = appearance;
    this.#findings.reveal(appearance);
    this.#address.note();
  }

  close() {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#player.close();
    this.#overlay.draw(null);
    byId('overlay').replaceChildren();
    for (const part of [this.#findings, this.#bareTimeline]) part?.close();
  }

  #prepare() {
    fillName(byId('video-name'), this.key);
    byId('detections').hidden = true;
    byId('export').hidden = true;
    byId('video').classList.remove('missing');
    byId('facts').replaceChildren();
    byId('video-state').hidden = true;
    byId('length').textContent = clock(0);
    byId('stage').style.aspectRatio = '';
  }

  /** Takes how the video stands. */
  async #take(video) {
    this.#video = video;
    this.#report();
    byId('video').classList.remove('missing');
    const known = Object.keys(video.analyses);
    this.#selected ??= known.includes(this.#address.analysis) ? this.#address.analysis : this.#succeeded[0] ?? known[0];
    this.#shape();
    await this.#look();
  }

  /** There is no telling how the video stands. */
  #miss(error) {
    this.#report(error);
    byId('video').classList.toggle('missing', error.status === 404);
    if (!this.#video) say(byId('video-state'), '');
  }

  /** Looks at an analysis, whether it has a result or not. */
  #select(name) {
    this.#selected = this.#address.analysis = name;
    this.#address.appearance = undefined;
    this.#look();
    this.#address.note();
  }

  async #look() {
    this.#standing.show(this.#video, this.#selected);
    showFacts(this.#video, viewOf(this.#selected));
    byId('export').hidden = this.#video.analyses[this.#selected]?.status !== 'SUCCEEDED';
    const { jobId, status } = this.#video.analyses[this.#selected] ?? {};
    if (status !== 'SUCCEEDED') this.#leave();
    else if (this.#view?.name !== this.#selected || this.#openJob !== jobId) await this.#open(this.#selected, jobId);
  }

  #openJob;

  /** Nothing that was found is shown any more. */
  #leave() {
    this.#findings?.close();
    this.#findings = this.#view = undefined;
    byId('detections').hidden = true;
    this.#points.show();
    this.#overlay.draw(null);
    this.#shape();
  }

  /** The names of the analyses that have a result. */
  get #succeeded() {
    return Object.entries(this.#video.analyses)
      .filter(([, { status }]) => status === 'SUCCEEDED').map(([name]) => name);
  }

  /** Shows what an analysis found. */
  async #open(name, jobId) {
    const duration = this.#video.metadata?.durationMillis ?? this.#player.duration;
    if (!duration) return;
    for (const part of [this.#findings, this.#bareTimeline]) part?.close();
    this.#bareTimeline = undefined;
    this.#view = viewOf(name);
    this.#openJob = jobId;
    const { frameWidth: width, frameHeight: height } = this.#video.metadata ?? {};
    const { summary } = this.#video.analyses[name];
    setRange(summary);
    this.#findings = new Findings(this.key, this.#view, { duration, width, height, expected: summary?.detections }, {
      seek: millis => this.seek(millis),
      seekAppearance: appearance => this.#seekAppearance(appearance),
      report: error => this.#report(error),
      searched: analysis => {
        this.#selected = analysis;
        this.#watch.look();
      },
    });
    this.#overlay.boxes = this.#view.boxes;
    this.#overlay.polygon = this.#view.polygon;
    this.#overlay.nameOf = detection => this.#findings?.nameOf(detection);
    byId('detections').hidden = false;
    this.#points.show(this.#view);
    this.#show(this.#player.millis);
    await this.#filter();
  }

  /** Shows again what is at least as sure as the slider says. */
  async #filter() {
    const findings = this.#findings;
    if (!findings) return;
    clearTimeout(this.#timer);
    try {
      await findings.filter(minConfidence());
      this.#report();
      this.#reveal();

      // What is seen has its name by now.
      this.#show(this.#player.millis);
    } catch (error) {
      if (this.#stop.signal.aborted || findings !== this.#findings) return;
      this.#report(error);
      this.#timer = setTimeout(() => this.#filter(), troubledMillis);
    }
  }

  /** Tells what is wrong, or with nothing, that what was wrong is not any more. */
  #report(error) {
    if (this.#stop.signal.aborted || (!error && !this.#isTroubled)) return;
    this.#isTroubled = Boolean(error);
    this.#tell.report(error);
  }

  /** Shows what is seen at a moment. */
  #show(millis) {
    if (!this.#findings) {
      this.#bareTimeline?.move(millis);
      return;
    }
    // A frame's time and a detection's are rounded apart by less than a millisecond.
    const sample = this.#findings.detections.sampleAt(millis + 1);
    this.#overlay.draw(sample, millis, minConfidence());
    this.#findings.show(millis, sample?.time);
    this.#findings.detections.prepare(millis, () => sample === undefined && this.#show(this.#player.millis));
  }

  #shape() {
    const { metadata } = this.#video ?? {};
    const [width, height] = this.#player.shape[0] ? this.#player.shape : [metadata?.frameWidth, metadata?.frameHeight];
    byId('stage').style.aspectRatio = width && height ? `${width} / ${height}` : '';
    byId('stage').classList.toggle('unknown', !width && !byId('stage-message').hidden);
    this.#overlay.fit(byId('stage'), width, height);
    const duration = metadata?.durationMillis ?? this.#player.duration;
    if (duration) byId('length').textContent = clock(duration);
    byId('player').classList.toggle('without-length', !duration);

    // What is not analysed, or not yet, can be played all the same.
    if (duration && !this.#findings) {
      this.#bareTimeline ??= new Timeline({ duration, interval: duration }, undefined, millis => this.seek(millis));
    }
  }

  #listen() {
    const { signal } = this.#stop;
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal });
    const filterSoon = debounce(() => this.#filter(), filterPauseMillis);
    on(byId('confidence'), 'input', () => {
      tell();
      this.#show(this.#player.millis);
      filterSoon();
    });
    on(byId('copy-link'), 'click', () => this.#address.copy());
    on(byId('delete'), 'click', () => this.#delete());
    listenToKeys({
      play: () => this.#player.toggle(),
      move: millis => this.seek(Math.max(0, this.#player.millis + millis)),
      points: () => this.#points.toggle(),
      mute: () => this.#player.toggleMute(),
      fullScreen: () => this.#player.toggleFullScreen(),
    }, signal);
    const resize = new ResizeObserver(() => this.#shape());
    resize.observe(byId('stage'));
    signal.addEventListener('abort', () => resize.disconnect());
  }

  async #delete() {
    try {
      if (await deleteResults(this.key)) this.#tell.leave();
    } catch (error) {
      this.#tell.report(error);
    }
  }
}
