import { execFileSync } from "node:child_process";

/** A picture in memory: RGB, 8 bits each, with smaller copies of itself for drawing it small. */
export class Picture {
  constructor(width, height, data) {
    Object.assign(this, { width, height, data });
  }

  /** Reads a file with ffmpeg. */
  static read(path) {
    const size = execFileSync(
      "ffprobe", ["-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", path], { encoding: "utf8" });
    const [width, height] = size.trim().split(",").map(Number);
    const data = execFileSync(
      "ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], { maxBuffer: 1 << 28 });
    return new Picture(width, height, data);
  }

  /** A part of the picture. */
  crop(left, top, right, bottom) {
    const rows = Array.from({ length: bottom - top }, (_, y) => {
      const start = (top + y) * this.width;
      return this.data.subarray((start + left) * 3, (start + right) * 3);
    });
    return new Picture(right - left, bottom - top, Buffer.concat(rows));
  }

  /** The same picture at half its size. */
  get half() {
    return this.halved ??= this.#halve();
  }

  #halve() {
    const [width, height] = [this.width >> 1, this.height >> 1];
    const data = Buffer.alloc(width * height * 3);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let c = 0; c < 3; c++) {
          const at = (2 * y * this.width + 2 * x) * 3 + c;
          const sum =
            this.data[at] + this.data[at + 3] + this.data[at + this.width * 3] + this.data[at + this.width * 3 + 3];
          data[(y * width + x) * 3 + c] = sum / 4;
        }
      }
    }
    return new Picture(width, height, data);
  }
}

/** A frame to draw on. */
export class Canvas {
  constructor(width, height) {
    Object.assign(this, { width, height, data: Buffer.alloc(width * height * 3) });
  }

  /** Covers everything with a picture, enlarged as far as needed and darkened or lightened. */
  cover(picture, light = 1) {
    const scale = Math.max(this.width / picture.width, this.height / picture.height);
    this.draw(picture, { x: this.width / 2, y: this.height / 2, scale, light });
  }

  /**
   * Draws a picture with its middle, or another of its points, at (x, y); turned by degrees, mirrored if wanted, with
   * edges as soft as the share of its shorter side.
   */
  draw(picture, { x, y, scale, angle = 0, mirror = false, light = 1, soft = 0, at }) {
    const [originX, originY] = at ?? [picture.width / 2, picture.height / 2];
    let [source, factor] = [picture, 1];
    while (scale * factor <= 0.5) {
      [source, factor] = [source.half, factor * 2];
    }
    const [sin, cos] = [Math.sin(angle * Math.PI / 180), Math.cos(angle * Math.PI / 180)];
    const reach = Math.hypot(picture.width, picture.height) * scale + 2;
    const margin = soft * Math.min(picture.width, picture.height);
    for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(this.height, y + reach); py++) {
      for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(this.width, x + reach); px++) {
        const [dx, dy] = [(px + 0.5 - x) / scale, (py + 0.5 - y) / scale];
        const sx = originX + (mirror ? -1 : 1) * (dx * cos + dy * sin);
        const sy = originY - dx * sin + dy * cos;
        const edge = Math.min(sx, sy, picture.width - sx, picture.height - sy);
        if (edge > 0) {
          const alpha = margin > 0 ? Math.min(1, edge / margin) : 1;
          this.#mix(px, py, source, sx / factor - 0.5, sy / factor - 0.5, alpha, light);
        }
      }
    }
  }

  /** Fills a polygon, given by its corners, with one colour. */
  fill(corners, colour) {
    const [xs, ys] = [corners.map((c) => c[0]), corners.map((c) => c[1])];
    for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < Math.min(this.height, Math.max(...ys)); y++) {
      for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < Math.min(this.width, Math.max(...xs)); x++) {
        if (inside(corners, x + 0.5, y + 0.5)) {
          this.data.set(colour, (y * this.width + x) * 3);
        }
      }
    }
  }

  #mix(px, py, { width, height, data }, sx, sy, alpha, light) {
    const x = Math.min(Math.max(sx, 0), width - 1);
    const y = Math.min(Math.max(sy, 0), height - 1);
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
    const [u, v] = [x - left, y - top];
    for (let c = 0; c < 3; c++) {
      const value = (data[(top * width + left) * 3 + c] * (1 - u) + data[(top * width + right) * 3 + c] * u) * (1 - v)
        + (data[(bottom * width + left) * 3 + c] * (1 - u) + data[(bottom * width + right) * 3 + c] * u) * v;
      const to = (py * this.width + px) * 3 + c;
      this.data[to] = Math.min(255, value * light) * alpha + this.data[to] * (1 - alpha);
    }
  }
}

function inside(corners, x, y) {
  let crossings = 0;
  corners.forEach(([x1, y1], i) => {
    const [x2, y2] = corners[(i + 1) % corners.length];
    if ((y1 > y) !== (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)) {
      crossings++;
    }
  });
  return crossings % 2 === 1;
}
