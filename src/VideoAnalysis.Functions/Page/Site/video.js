// One video: how its analyses stand, the player with what was found, and the table.

import { viewOf } from './analyses.js';
import { get, remove } from './api.js';
import { Detections } from './detections.js';
import { byId, debounce, element, plain, say } from './dom.js';
import { bytes, clock, hundredths, number, percent, status, when } from './format.js';
import { badge, fillName, progressBar } from './library.js';
import { Overlay } from './overlay.js';
import { Player } from './player.js';
import { DetectionTable } from './table.js';
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
  #timeline;
  #table;
  #detections;
  #view;
  #showsPoints = false;
  #video;
  #minConfidence = 0;
  #tell;
  #timer;
  #isTroubled = false;
  #opened = Date.now();
  #stop = new AbortController();

  /**
   * @param {string} key
   * @param {number|undefined} moment Where to begin, in milliseconds.
   * @param {{report: (error?: Error) => void, leave: () => void}} tell
   */
  constructor(key, moment, tell) {
    this.key = key;
    this.#tell = tell;
    this.#prepare();
    this.#listen();
    this.#player = new Player(key, moment ?? 0, {
      moment: millis => this.#show(millis),
      target: millis => this.#timeline?.move(millis),
      shape: () => this.#shape(),
      settled: debounce(() => this.#note(), addressPauseMillis),
    });
    this.#load();
  }

  /** Goes to a moment; to none in particular, it stays. */
  seek(millis) {
    if (millis !== undefined) this.#player.seek(millis);
  }

  close() {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#player.close();
    this.#overlay.draw(null);
    byId('overlay').replaceChildren();
    for (const part of [this.#timeline, this.#table, this.#detections]) part?.close();
  }

  #prepare() {
    fillName(byId('video-name'), this.key);
    byId('confidence').value = 0;
    say(byId('confidence-value'), 'any');
    byId('detections').hidden = true;
    byId('choice').hidden = true;
    byId('analysis').replaceChildren();
    byId('points').hidden = true;
    byId('video').classList.remove('missing');
    byId('points').setAttribute('aria-pressed', 'false');
    byId('facts').replaceChildren();
    byId('video-state').hidden = true;
    byId('length').textContent = clock(0);
    byId('stage').style.aspectRatio = '';
  }

  /** Asks how the video stands, again and again until its analysis has ended. */
  async #load() {
    const { signal } = this.#stop;
    try {
      this.#video = await get('results/-', { video: this.key, limit: 1 }, signal);
      this.#report();
    } catch (error) {
      if (signal.aborted) return;
      this.#report(error);
      byId('video').classList.toggle('missing', error.status === 404);
      if (this.#mayPass(error)) this.#timer = setTimeout(() => this.#load(), troubledMillis);
      return;
    }
    byId('video').classList.remove('missing');
    this.#showState();
    this.#showChoice();
    this.#showFacts();
    this.#shape();
    const { status } = this.#video;
    if (status !== 'SUCCEEDED' && status !== 'FAILED') this.#timer = setTimeout(() => this.#load(), busyMillis);
    if (!this.#view && this.#succeeded.length > 0) await this.#open(this.#succeeded[0]);
  }

  /** Whether asking again is of any use. */
  #mayPass({ status }) {
    if (status === 404) return Date.now() < this.#opened + patienceMillis;
    return status < 400 || status === 429 || status >= 500;
  }

  /** The names of the analyses that have a result. */
  get #succeeded() {
    return Object.entries(this.#video.analyses).filter(([, { status }]) => status === 'SUCCEEDED').map(([name]) => name);
  }

  /** Shows what an analysis found. */
  async #open(name) {
    const duration = this.#video.metadata?.durationMillis ?? this.#player.duration;
    if (!duration) return;
    const { frameWidth: width, frameHeight: height } = this.#video.metadata ?? {};
    for (const part of [this.#timeline, this.#table, this.#detections]) part?.close();
    this.#view = viewOf(name);
    this.#detections = new Detections(this.key, name, duration, error => this.#report(error));
    this.#timeline = new Timeline(this.#detections, this.#view, millis => this.seek(millis));
    this.#table = new DetectionTable(this.#detections, this.#view, { width, height }, {
      seek: millis => this.seek(millis),
      report: error => this.#report(error),
    });
    byId('detections').hidden = false;
    say(byId('points'), this.#view.pointsTitle ?? '');
    this.#pickPoints();
    this.#showFacts();
    this.#show(this.#player.millis);
    await this.#filter();
  }

  /** Counts again what is at least as sure as the slider says. */
  async #filter() {
    if (!this.#detections) return;
    clearTimeout(this.#timer);
    const wanted = this.#minConfidence;
    try {
      const bars = await this.#detections.timeline(wanted || undefined);
      if (this.#stop.signal.aborted || wanted !== this.#minConfidence) return;
      this.#timeline.show(bars);
      this.#table.show(bars, wanted);
      this.#report();
    } catch (error) {
      if (this.#stop.signal.aborted) return;
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
    this.#timeline?.move(millis);
    if (!this.#detections) return;
    // A frame's time and a detection's are rounded apart by less than a millisecond.
    const sample = this.#detections.sampleAt(millis + 1);
    this.#overlay.draw(sample, millis, this.#minConfidence);
    this.#table.mark(sample?.time, byId('follow').checked);
    this.#prepareWindows(millis, sample === undefined);
  }

  /** Has the windows here that are needed now and soon. */
  #prepareWindows(millis, isLacking) {
    const index = this.#detections.windowOf(millis);
    const soon = this.#detections.windowOf(millis + this.#detections.windowMillis / 2);
    const before = this.#detections.windowOf(millis - 1_000);
    for (const wanted of new Set([index, soon, before])) {
      if (this.#detections.peek(wanted) || wanted * this.#detections.windowMillis > this.#detections.duration) continue;
      this.#detections.window(wanted).then(
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

    // What is not analysed, or not yet, can be played all the same.
    if (duration && !this.#timeline) this.#timeline = new Timeline({ duration, interval: duration }, undefined, millis => this.seek(millis));
  }

  /** The address follows the moment, so that it can be copied. */
  #note() {
    if (this.#stop.signal.aborted) return;
    const seconds = Math.round(this.#player.millis) / 1000;
    history.replaceState(null, '', seconds > 0 ? `#t=${seconds}` : location.pathname + location.search);
  }

  #listen() {
    const { signal } = this.#stop;
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal });
    const filterSoon = debounce(() => this.#filter(), filterPauseMillis);
    on(byId('confidence'), 'input', event => {
      this.#minConfidence = Number(event.target.value);
      say(byId('confidence-value'), this.#minConfidence === 0 ? 'any' : `≥ ${this.#minConfidence} %`);
      this.#show(this.#player.millis);
      filterSoon();
    });
    on(byId('points'), 'click', () => this.#togglePoints());
    on(byId('analysis'), 'change', event => this.#open(event.target.value));
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
    const text = button.textContent;
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Copy it from the address bar';
    }
    setTimeout(() => { button.textContent = text; }, 2_000);
  }

  #delete() {
    const dialog = byId('confirm');
    say(byId('confirm-text'), `What was found in “${plain(this.key)}” is removed for good. The video itself stays in the bucket.`);
    byId('confirm-no').onclick = () => dialog.close();
    byId('confirm-yes').onclick = async () => {
      dialog.close();
      try {
        await remove('results/-', { video: this.key });
        this.#tell.leave();
      } catch (error) {
        this.#tell.report(error);
      }
    };
    dialog.showModal();
  }

  /** Says of every analysis that has no result how it stands, and why. */
  #showState() {
    const all = Object.entries(this.#video.analyses);
    const lacking = all.filter(([, { status }]) => status !== 'SUCCEEDED');
    byId('video-state').hidden = lacking.length === 0;
    byId('video-state').replaceChildren(...lacking.map(([name, analysis]) => stateOf(all.length > 1 ? name : '', analysis)));
  }

  /** Lets choose among the analyses that have a result. */
  #showChoice() {
    const names = this.#succeeded;
    const choice = byId('analysis');
    byId('choice').hidden = names.length < 2;
    if (choice.options.length === names.length) return;
    choice.replaceChildren(...names.map(name =>
      element('option', { value: name, selected: name === this.#view?.name }, viewOf(name).title)));
  }

  #showFacts() {
    const { metadata = {}, size, uploadedAt, analyses } = this.#video;
    const view = this.#view ?? viewOf(Object.keys(analyses)[0]);
    const summary = analyses[view.name]?.summary ?? {};
    const span = summary.firstTimestamp === undefined ? undefined
      : `${clock(summary.firstTimestamp, true)} – ${clock(summary.lastTimestamp, true)}`;
    const facts = {
      [view.title]: summary.detections === undefined ? undefined
        : number(summary.detections) + (summary.timestamps === undefined ? '' : ` in ${number(summary.timestamps)} samples`),
      'Most at once': summary.mostAtOnce && number(summary.mostAtOnce),
      'Seen from – to': span,
      'Confidence': summary.meanConfidence === undefined ? undefined
        : `${percent(summary.meanConfidence)} on average, ${percent(summary.lowestConfidence)} at least`,
      'Picture': metadata.frameWidth && `${metadata.frameWidth} × ${metadata.frameHeight}`,
      'Frames a second': metadata.frameRate && hundredths(metadata.frameRate),
      'Format': [metadata.codec?.toUpperCase(), metadata.format].filter(Boolean).join(' in '),
      'Size': size === undefined ? undefined : bytes(size),
      'Uploaded': when(uploadedAt),
    };
    byId('facts').replaceChildren(...Object.entries(facts).filter(([, value]) => value)
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
  }
}

/** How an analysis that has no result stands, in words. */
function stateOf(name, analysis) {
  const text = {
    QUEUED: 'The analysis begins when there is room for it.',
    IN_PROGRESS: analysis.progress === undefined ? 'The analysis is running.' : `The analysis is running: ${analysis.progress} %.`,
    FAILED: analysis.reason ?? 'The analysis failed, and gave no reason.',
  }[analysis.status];
  return element('div', { class: 'state' },
    badge(analysis.status, name ? `${name}: ${status(analysis.status)}` : undefined),
    element('span', {}, text ?? ''),
    ...analysis.status === 'IN_PROGRESS' ? [progressBar(analysis)] : []);
}
