// Draws boxes, polygons and points over the picture.

import { element } from './dom.js';
import { percent } from './format.js';

/** In a box that is narrower, in pixels of the screen, the names of points would cover each other. */
const leastNamed = 60;

/** Names stand on the side of the box on which their point is, so that they leave what is in it free. */
const leftSide = 0.4;

export class Overlay {
  #layer;
  #width = 0;
  #boxes = [];
  #drawn = new WeakMap();
  #pairs = new WeakMap();

  /** Gives the boxes of a detection that are to be drawn. */
  boxes = () => [];

  /** Gives the corners of a detection that are to be drawn instead of its box, if it has some. */
  polygon = () => undefined;

  /** Gives the points of a detection that are to be shown. */
  points = () => [];

  /** Gives the name of what was detected, where it has one. */
  nameOf = () => undefined;

  /** @param {HTMLElement} layer Lies over the stage. */
  constructor(layer) {
    this.#layer = layer;
  }

  /** Lies down exactly over the picture, which a stage of another shape shows between bars. */
  fit(stage, width, height) {
    if (!width || !height) return;
    const scale = Math.min(stage.clientWidth / width, stage.clientHeight / height);
    const [wide, high] = [width * scale, height * scale];
    this.#width = wide;
    Object.assign(this.#layer.style, {
      width: `${wide}px`,
      height: `${high}px`,
      left: `${(stage.clientWidth - wide) / 2}px`,
      top: `${(stage.clientHeight - high) / 2}px`,
    });
  }

  /**
   * Draws a sample.
   * @param {object|null|undefined} sample
   * @param {number} millis The moment: between this sample and the next, boxes move along.
   * @param {number} minConfidence
   */
  draw(sample, millis, minConfidence) {
    const detections = sample ? this.#drawnOf(sample).filter(each => !(each.confidence < minConfidence)) : [];
    const share =
      sample?.next ? Math.min(1, Math.max(0, (millis - sample.time) / (sample.next.time - sample.time))) : 0;
    const pairs = sample?.next && this.#pairsOf(sample);
    detections.forEach((each, i) => this.#box(i).show(each, pairs?.get(each), share, this, this.#width));
    for (let i = detections.length; i < this.#boxes.length; i++) this.#boxes[i].hide();
  }

  /** What is drawn of a sample: a detection for each of its boxes, with that one. */
  #drawnOf(sample) {
    if (!this.#drawn.has(sample)) {
      this.#drawn.set(
        sample, sample.detections.flatMap(each => this.boxes(each).map(boundingBox => ({ ...each, boundingBox }))));
    }
    return this.#drawn.get(sample);
  }

  #box(index) {
    return this.#boxes[index] ??= new Box(this.#layer);
  }

  /** Which detection of the next sample is which of this one: the nearest that is not too far. */
  #pairsOf(sample) {
    const known = this.#pairs.get(sample);
    if (known?.next === sample.next) return known.pairs;
    const distances = this.#drawnOf(sample)
      .flatMap(each => this.#drawnOf(sample.next).map(other => ({ each, other, distance: distance(each, other) })))
      .filter(pair => pair.distance < 1)
      .sort((a, b) => a.distance - b.distance);
    const pairs = new Map();
    const taken = new Set();
    for (const { each, other } of distances) {
      if (pairs.has(each) || taken.has(other)) continue;
      pairs.set(each, other);
      taken.add(other);
    }
    this.#pairs.set(sample, { next: sample.next, pairs });
    return pairs;
  }
}

/** How far two boxes are apart, in their own sizes. */
function distance({ boundingBox: a }, { boundingBox: b }) {
  const across = (a.left + a.width / 2 - b.left - b.width / 2) / Math.max(a.width, b.width);
  const down = (a.top + a.height / 2 - b.top - b.height / 2) / Math.max(a.height, b.height);
  return Math.hypot(across, down);
}

const mix = (from, to, share) => to === undefined ? from : from + (to - from) * share;
const svg = name => document.createElementNS('http://www.w3.org/2000/svg', name);
const ratio = value => `${100 * value}%`;

class Box {
  #label = element('span', { class: 'box-label' });
  #frame = element('div', { class: 'box' }, this.#label);
  #points = [];
  #polygon = svg('polygon');
  #outline = svg('svg');
  #layer;

  constructor(layer) {
    this.#layer = layer;
    // Whatever the shape of the picture, its width and height are 1.
    this.#outline.setAttribute('viewBox', '0 0 1 1');
    this.#outline.setAttribute('preserveAspectRatio', 'none');
    this.#outline.classList.add('outline');
    this.#outline.append(this.#polygon);
    layer.append(this.#frame, this.#outline);
  }

  show(detection, next, share, { polygon, points, nameOf }, layerWidth) {
    const { left, top, width, height } = detection.boundingBox;
    const to = next?.boundingBox;
    Object.assign(this.#frame.style, {
      left: ratio(mix(left, to?.left, share)),
      top: ratio(mix(top, to?.top, share)),
      width: ratio(mix(width, to?.width, share)),
      height: ratio(mix(height, to?.height, share)),
    });
    const text = [nameOf(detection), detection.confidence === undefined ? undefined : percent(detection.confidence)]
      .filter(Boolean).join(' ');
    if (this.#label.textContent !== text) this.#label.textContent = text;
    // Beyond the frame nobody could read it.
    this.#frame.classList.toggle('at-top', top < 0.05);
    this.#frame.classList.toggle('at-right', left > 0.7);
    this.#label.style.left = left < 0 ? ratio(-left / width) : '';
    this.#label.style.right = left + width > 1 ? ratio((left + width - 1) / width) : '';
    this.#frame.hidden = false;
    this.#showPolygon(polygon(detection), next && polygon(next), share);
    this.#showPoints(
      points(detection), next && points(next), share, width * layerWidth >= leastNamed, left + leftSide * width);
  }

  hide() {
    this.#frame.hidden = true;
    this.#showPolygon();
    this.#showPoints([]);
  }

  #showPolygon(corners, next, share) {
    const drawn = corners?.length > 2;
    this.#frame.classList.toggle('outlined', drawn);
    this.#outline.classList.toggle('drawn', drawn);
    if (!drawn) return;
    const to = next?.length === corners.length ? next : undefined;
    this.#polygon.setAttribute('points', corners
      .map(({ x, y }, i) => `${mix(x, to?.[i].x, share)},${mix(y, to?.[i].y, share)}`).join(' '));
  }

  #showPoints(points, next, share, named, middle) {
    points.forEach(({ type, x, y }, i) => {
      const point = this.#points[i] ??= this.#newPoint();
      const to = next?.[i]?.type === type ? next[i] : undefined;
      point.style.left = ratio(mix(x, to?.x, share));
      point.style.top = ratio(mix(y, to?.y, share));
      if (point.firstChild.textContent !== type) point.firstChild.textContent = type;
      point.firstChild.hidden = !named;
      point.classList.toggle('on-left', x < middle);
      point.hidden = false;
    });
    for (let i = points.length; i < this.#points.length; i++) this.#points[i].hidden = true;
  }

  #newPoint() {
    const point = element('div', { class: 'point' }, element('span', {}));
    this.#layer.append(point);
    return point;
  }
}
