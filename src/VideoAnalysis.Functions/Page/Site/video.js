// One video: how its analyses stand, the player, and what an analysis found.

import { viewOf } from './analyses.js';
import { get, remove } from './api.js';
import { minConfidence, setRange, tell } from './confidence.js';
import { ask } from './confirm.js';
import { byId, copy, debounce, plain, say } from './dom.js';
import { offerExports } from './exports.js';
import { showFacts } from './facts.js';
import { Findings } from './findings.js';
import { clock } from './format.js';
import { fillName } from './library.js';
import { Overlay } from './overlay.js';
import { fragmentOf } from './place.js';
import { Player } from './player.js';
import { isSeen } from './seen.js';
import { Standing } from './standing.js';
import { Timeline } from './timeline.js';

const busyMillis = 1_500;
const troubledMillis = 6_000;

/** A video is known moments after its upload; a link to it may be faster. */
const patienceMillis = 60_000;

const filterPauseMillis = 150;
const addressPauseMillis = 250;
const stepMillis = 1_000;
const strideMillis = 10_000;

export class VideoView {
  #player;
  #overlay = new Overlay(byId('overlay'));
  #standing;
  #findings;
  #bareTimeline;
  #view;
  #selected;
  #showsPoints = false;
  #video;

  /** What the address names beside the moment: the analysis that somebody chose, and the appearance. */
  #chosen;
  #appearance;

  /** The appearance that a link names, until it is shown. */
  #linked;
  #tell;
  #timer;
  #isTroubled = false;
  #opened = Date.now();
  #stop = new AbortController();

  /**
   * @param {string} key
   * @param {ReturnType<import('./place.js').placeOf>} place Where to begin.
   * @param {{report: (error?: Error) => void, leave: () => void}} tell
   */
  constructor(key, { millis, analysis, appearance }, tell) {
    this.key = key;
    this.#chosen = analysis;
    this.#linked = appearance;
    this.#tell = tell;
    this.#prepare();
    this.#listen();
    this.#standing = new Standing(key, {
      select: name => this.#select(name),
      started: () => this.#load(),
    }, this.#stop.signal);
    offerExports(key, () => this.#selected, error => this.#report(error), this.#stop.signal);
    this.#player = new Player(key, millis ?? 0, {
      moment: millis => this.#show(millis),
      target: millis => (this.#findings ?? this.#bareTimeline)?.move(millis),
      shape: () => this.#shape(),
      settled: debounce(() => this.#note(), addressPauseMillis),
    });
    this.#load();
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
    this.#appearance = undefined;
    this.#player.seek(millis);
  }

  /** Goes to where an appearance begins, and names it in the address. */
  #seekAppearance(appearance) {
    this.seek(appearance.start);
    this.#appearance = appearance;
  }

  /** Shows the appearance that a link names, if that is still one of the moment that the link names. */
  #reveal() {
    const appearance = this.#linked === undefined ? undefined : this.#findings?.find(this.#linked);
    if (!appearance) return;
    this.#linked = undefined;
    if (!isSeen(appearance, this.#player.millis)) return;
    this.#appearance = appearance;
    this.#findings.reveal(appearance);
    this.#note();
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
    byId('points').hidden = true;
    byId('export').hidden = true;
    byId('video').classList.remove('missing');
    byId('points').setAttribute('aria-pressed', 'false');
    byId('facts').replaceChildren();
    byId('video-state').hidden = true;
    byId('length').textContent = clock(0);
    byId('stage').style.aspectRatio = '';
  }

  /** Asks how the video stands, again and again until its analyses have ended. */
  async #load() {
    const { signal } = this.#stop;
    clearTimeout(this.#loading);
    const asked = ++this.#asked;
    try {
      const video = await get('results/-', { video: this.key, limit: 1 }, signal);
      if (asked !== this.#asked) return;
      this.#video = video;
      this.#report();
    } catch (error) {
      if (signal.aborted || asked !== this.#asked) return;
      this.#report(error);
      byId('video').classList.toggle('missing', error.status === 404);
      if (!this.#video) say(byId('video-state'), '');
      if (this.#mayPass(error)) this.#loading = setTimeout(() => this.#load(), troubledMillis);
      return;
    }
    byId('video').classList.remove('missing');
    const known = Object.keys(this.#video.analyses);
    this.#selected ??= known.includes(this.#chosen) ? this.#chosen : this.#succeeded[0] ?? known[0];
    this.#shape();
    await this.#look();
    if (Object.values(this.#video.analyses).some(({ status }) => status !== 'SUCCEEDED' && status !== 'FAILED')) {
      this.#loading = setTimeout(() => this.#load(), busyMillis);
    }
  }

  /** Whether asking again is of any use. */
  #mayPass({ status }) {
    if (status === 404) return Date.now() < this.#opened + patienceMillis;
    return status < 400 || status === 429 || status >= 500;
  }

  #loading;
  #asked = 0;

  /** Looks at an analysis, whether it has a result or not. */
  #select(name) {
    this.#selected = this.#chosen = name;
    this.#appearance = undefined;
    this.#look();
    this.#note();
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
    byId('points').hidden = true;
    this.#overlay.draw(null);
    this.#shape();
  }

  /** The names of the analyses that have a result. */
  get #succeeded() {
    return Object.entries(this.#video.analyses).filter(([, { status }]) => status === 'SUCCEEDED').map(([name]) => name);
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
        this.#load();
      },
    });
    this.#overlay.boxes = this.#view.boxes;
    this.#overlay.polygon = this.#view.polygon;
    this.#overlay.nameOf = detection => this.#findings?.nameOf(detection);
    byId('detections').hidden = false;
    say(byId('points'), this.#view.pointsTitle ?? '');
    this.#pickPoints();
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
    this.#prepareWindows(millis, sample === undefined);
  }

  /** Has the windows here that are needed now and soon. */
  #prepareWindows(millis, isLacking) {
    const { detections } = this.#findings;
    const index = detections.windowOf(millis);
    const soon = detections.windowOf(millis + detections.windowMillis / 2);
    const before = detections.windowOf(millis - 1_000);
    for (const wanted of new Set([index, soon, before])) {
      if (detections.peek(wanted) || wanted * detections.windowMillis > detections.duration) continue;
      detections.window(wanted).then(
        () => isLacking && wanted === index && this.#show(this.#player.millis),
        () => {}); // The view was closed meanwhile.
    }
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

  /** The address follows what is looked at, so that it can be copied. */
  #note() {
    if (this.#stop.signal.aborted) return;
    const { millis } = this.#player;
    if (this.#appearance && !isSeen(this.#appearance, millis)) this.#appearance = undefined;
    const fragment = fragmentOf({ millis, analysis: this.#chosen, appearance: this.#appearance?.id });
    history.replaceState(null, '', location.pathname + location.search + fragment);
    say(byId('copy-link'), `Copy link to this ${this.#appearance ? 'appearance' : 'moment'}`);
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
    on(byId('points'), 'click', () => this.#togglePoints());
    on(byId('copy-link'), 'click', () => this.#copyLink());
    on(byId('delete'), 'click', () => this.#delete());
    on(document, 'keydown', event => this.#key(event));
    const resize = new ResizeObserver(() => this.#shape());
    resize.observe(byId('stage'));
    signal.addEventListener('abort', () => resize.disconnect());
  }

  #togglePoints() {
    this.#showsPoints = !this.#showsPoints;
    byId('points').setAttribute('aria-pressed', this.#showsPoints);
    this.#pickPoints();
    this.#show(this.#player.millis);
  }

  #pickPoints() {
    this.#overlay.points = this.#showsPoints && this.#view ? this.#view.points : () => [];
  }

  #key(event) {
    // What has the focus comes first.
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest('textarea, select, dialog') ||
      (key === ' ' && target.closest('button, [type=checkbox]')) || (key.startsWith('Arrow') && target.closest('[type=range]'))) return;
    const stride = event.shiftKey ? strideMillis : stepMillis;
    const action = {
      ' ': () => this.#player.toggle(),
      k: () => this.#player.toggle(),
      ArrowLeft: () => this.seek(Math.max(0, this.#player.millis - stride)),
      ArrowRight: () => this.seek(this.#player.millis + stride),
      l: () => this.#togglePoints(),
      m: () => this.#player.toggleMute(),
      f: () => this.#player.toggleFullScreen(),
    }[key.length === 1 ? key.toLowerCase() : key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  async #copyLink() {
    this.#note();
    const button = byId('copy-link');
    say(button, await copy(location.href) ? 'Copied' : 'Copy it from the address bar');
    setTimeout(() => this.#note(), 2_000);
  }

  async #delete() {
    const sure = await ask({
      title: 'Delete the results?',
      text: `What was found in “${plain(this.key)}” is removed for good. The video itself stays in the bucket.`,
      no: 'Keep them',
      yes: 'Delete results',
    });
    if (!sure) return;
    try {
      await remove('results/-', { video: this.key });
      this.#tell.leave();
    } catch (error) {
      this.#tell.report(error);
    }
  }
}
