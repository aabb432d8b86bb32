// One video: how its analysis stands, the player with what was found, and the table.

import { get, remove } from './api.js';
import { byId, debounce, element, plain, say } from './dom.js';
import { Faces } from './faces.js';
import { bytes, clock, hundredths, number, percent, status, when } from './format.js';
import { analysisOf, badge, fillName, progressBar } from './library.js';
import { Overlay } from './overlay.js';
import { Player } from './player.js';
import { FaceTable } from './table.js';
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
  #faces;
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
    for (const part of [this.#timeline, this.#table, this.#faces]) part?.close();
  }

  #prepare() {
    fillName(byId('video-name'), this.key);
    byId('confidence').value = 0;
    say(byId('confidence-value'), 'any');
    byId('faces').hidden = true;
    byId('video').classList.remove('missing');
    byId('landmarks').setAttribute('aria-pressed', 'false');
    byId('facts').replaceChildren();
    byId('video-state').hidden = true;
    byId('length').textContent = clock(0);
    byId('stage').style.aspectRatio = '';
  }

  /** Asks how the video stands, again and again until its analysis has ended. */
  async #load() {
    const { signal } = this.#stop;
    try {
      this.#video = await get('results', { video: this.key, limit: 1 }, signal);
      this.#report();
    } catch (error) {
      if (signal.aborted) return;
      this.#report(error);
      byId('video').classList.toggle('missing', error.status === 404);
      if (this.#mayPass(error)) this.#timer = setTimeout(() => this.#load(), troubledMillis);
      return;
    }
    byId('video').classList.remove('missing');
    const analysis = analysisOf(this.#video);
    this.#showState(analysis);
    this.#showFacts(analysis);
    this.#shape();
    if (analysis?.status === 'SUCCEEDED') await this.#open();
    else if (analysis?.status !== 'FAILED') this.#timer = setTimeout(() => this.#load(), busyMillis);
  }

  /** Whether asking again is of any use. */
  #mayPass({ status }) {
    if (status === 404) return Date.now() < this.#opened + patienceMillis;
    return status < 400 || status === 429 || status >= 500;
  }

  /** Shows what was found. */
  async #open() {
    const duration = this.#video.metadata?.durationMillis ?? this.#player.duration;
    if (!duration) return;
    const { frameWidth: width, frameHeight: height } = this.#video.metadata ?? {};
    this.#faces = new Faces(this.key, this.#video.analysis, duration, error => this.#report(error));
    this.#timeline?.close();
    this.#timeline = new Timeline(this.#faces, millis => this.seek(millis));
    this.#table = new FaceTable(this.#faces, { width, height }, {
      seek: millis => this.seek(millis),
      report: error => this.#report(error),
    });
    byId('faces').hidden = false;
    this.#show(this.#player.millis);
    await this.#filter();
  }

  /** Counts again what is at least as sure as the slider says. */
  async #filter() {
    if (!this.#faces) return;
    clearTimeout(this.#timer);
    const wanted = this.#minConfidence;
    try {
      const bars = await this.#faces.timeline(wanted || undefined);
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
    if (!this.#faces) return;
    // A frame's time and a detection's are rounded apart by less than a millisecond.
    const sample = this.#faces.sampleAt(millis + 1);
    this.#overlay.draw(sample, millis, this.#minConfidence);
    this.#table.mark(sample?.time, byId('follow').checked);
    this.#prepareWindows(millis, sample === undefined);
  }

  /** Has the windows here that are needed now and soon. */
  #prepareWindows(millis, isLacking) {
    const index = this.#faces.windowOf(millis);
    const soon = this.#faces.windowOf(millis + this.#faces.windowMillis / 2);
    const before = this.#faces.windowOf(millis - 1_000);
    for (const wanted of new Set([index, soon, before])) {
      if (this.#faces.peek(wanted) || wanted * this.#faces.windowMillis > this.#faces.duration) continue;
      this.#faces.window(wanted).then(
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
    if (duration && !this.#timeline) this.#timeline = new Timeline({ duration, interval: duration }, millis => this.seek(millis));
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
    on(byId('landmarks'), 'click', () => this.#toggleLandmarks());
    on(byId('copy-link'), 'click', () => this.#copyLink());
    on(byId('delete'), 'click', () => this.#delete());
    on(document, 'keydown', event => this.#key(event));
    const resize = new ResizeObserver(() => this.#shape());
    resize.observe(byId('stage'));
    signal.addEventListener('abort', () => resize.disconnect());
  }

  #toggleLandmarks() {
    this.#overlay.landmarks = !this.#overlay.landmarks;
    byId('landmarks').setAttribute('aria-pressed', this.#overlay.landmarks);
    this.#show(this.#player.millis);
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
      l: () => this.#toggleLandmarks(),
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
        await remove('results', { video: this.key });
        this.#tell.leave();
      } catch (error) {
        this.#tell.report(error);
      }
    };
    dialog.showModal();
  }

  #showState(analysis) {
    const state = byId('video-state');
    const name = analysis?.status ?? this.#video.status;
    state.hidden = name === 'SUCCEEDED';
    const text = {
      QUEUED: 'The analysis begins when there is room for it.',
      IN_PROGRESS: analysis?.progress === undefined ? 'The analysis is running.' : `The analysis is running: ${analysis.progress} %.`,
      FAILED: analysis?.reason ?? 'The analysis failed, and gave no reason.',
    }[name];
    state.replaceChildren(badge(name, status(name)), element('span', {}, text ?? ''), ...name === 'IN_PROGRESS' ? [progressBar(analysis)] : []);
  }

  #showFacts(analysis) {
    const { metadata = {}, size, uploadedAt } = this.#video;
    const summary = analysis?.summary ?? {};
    const span = summary.firstTimestamp === undefined ? undefined
      : `${clock(summary.firstTimestamp, true)} – ${clock(summary.lastTimestamp, true)}`;
    const facts = {
      'Faces': summary.detections === undefined ? undefined : `${number(summary.detections)} in ${number(summary.timestamps ?? 0)} samples`,
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
