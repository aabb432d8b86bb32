import { fileURLToPath } from "node:url";
import { Picture } from "./canvas.mjs";

const picture = (name) => Picture.read(fileURLToPath(new URL(`pictures/${name}.jpg`, import.meta.url)));

// The faces as they were marked by hand, in pixels: left, top, right, bottom.
const collins = { picture: picture("astronaut"), face: [177, 56, 272, 181] };
const hopper = { picture: picture("hopper"), face: [165, 130, 366, 332] };
const photographer = { picture: picture("camera"), face: [183, 101, 260, 195] };
const people = [collins, hopper];
// Five musicians from the side, two of them looking down; behind them two people whose faces are too small to count.
const mariachi = {
  picture: picture("mariachi"),
  faces: [
    [134, 118, 196, 198], [370, 130, 440, 224], [643, 270, 717, 372], [719, 258, 824, 404], [829, 272, 985, 449],
  ],
  doubtful: [[456, 228, 476, 256], [608, 266, 632, 296]],
};
// A man who looks down at the instrument at his mouth.
const didgeridoo = { picture: picture("didgeridoo"), faces: [[166, 120, 278, 248]], doubtful: [] };
const [coffee, rocket, gravel, brick, hubble, cat, moose] =
  ["coffee", "rocket", "gravel", "brick", "hubble", "cat", "moose"].map(picture);

/** Everybody whose face is found in a single picture, by name: not the man who looks down. */
export const portraits = [
  { name: "Collins", ...collins }, { name: "Hopper", ...hopper }, { name: "photographer", ...photographer },
  ...mariachi.faces.map((face, i) => ({ name: `musician ${i + 1}`, picture: mariachi.picture, face })),
];

/** Pictures that stand behind people. */
export const places = [coffee, gravel, rocket, brick];

/** Pictures without people and words. */
export const things = [coffee, gravel, brick, hubble, cat, moose, rocket];

const MASK = [120, 170, 205];
const DARK = [18, 18, 20];
const POST = [96, 84, 70];

/** The composed kinds: the function draws scene number i on a canvas and returns the faces, each a box in pixels. */
export const scenes = {
  single: { count: 12, draw: (canvas, i) => portrait(canvas, i, { height: 80 + 31 * i }) },

  several: {
    count: 10,
    draw(canvas, i) {
      canvas.cover(places[i % places.length], 0.7);
      const count = 2 + (i % 2);
      return Array.from({ length: count }, (_, k) => place(canvas, people[(i + k) % 2], {
        x: canvas.width * (k + 0.5 + 0.1 * Math.sin(i + k)) / count,
        y: canvas.height * (0.42 + 0.06 * Math.sin(2 * i + k)),
        height: 100 + 14 * ((i + 2 * k) % 7),
        mirror: (i >> k) % 2 === 1,
        angle: 6 * Math.sin(3 * i + k),
      }));
    },
  },

  profile: {
    count: 12,
    draw(canvas, i) {
      canvas.cover(places[i % places.length], 0.8);
      return [place(canvas, photographer, {
        x: canvas.width * (0.35 + 0.05 * (i % 6)),
        y: canvas.height * 0.4,
        height: 60 + 17 * i,
        mirror: i % 2 === 1,
        light: 0.8 + 0.1 * (i % 4),
        soft: 0.02,
      })];
    },
  },

  musicians: {
    count: 6,
    draw: (canvas, i) => group(canvas, mariachi, i, { scale: 0.75 + 0.08 * (i >> 1) }),
  },

  down: {
    count: 10,
    draw: (canvas, i) => group(canvas, didgeridoo, i, { scale: 0.5 + 0.16 * i }),
  },

  small: {
    count: 10,
    draw(canvas, i) {
      canvas.cover(places[i % places.length], 0.8);
      return [0, 1, 2].map((k) => place(canvas, people[(i + k) % 2], {
        x: canvas.width * (0.2 + 0.3 * k + 0.07 * Math.sin(5 * i + k)),
        y: canvas.height * (0.5 + 0.35 * Math.sin(2 * i + 3 * k)),
        height: 27 + ((3 * i + 4 * k) % 12),
        mirror: (i + k) % 2 === 1,
      }));
    },
  },

  tilted: {
    count: 12,
    draw: (canvas, i) =>
      portrait(canvas, i, { height: 90 + 20 * (i % 5), angle: (15 + 7 * (i >> 1)) * (i % 4 < 2 ? 1 : -1) }),
  },

  turned: {
    count: 9,
    draw: (canvas, i) => portrait(canvas, i, { height: 100 + 40 * (i % 3), angle: [90, 180, 270][Math.floor(i / 3)] }),
  },

  occluded: {
    count: 12,
    draw(canvas, i) {
      const [face] = portrait(canvas, i, { height: 110 + 15 * (i % 6) });
      [coverMouth, coverEyes, coverSide][i % 3](canvas, face);
      return [face];
    },
  },

  crowd: {
    count: 5,
    draw(canvas, i) {
      const [columns, rows] = [4 + i, 3 + (i >> 1)];
      const [width, height] = [canvas.width / columns, canvas.height / rows];
      canvas.cover(brick, 0.5);
      return Array.from({ length: columns * rows }, (_, k) => {
        const [column, row] = [k % columns, Math.floor(k / columns)];
        return place(canvas, people[(k + row) % 2], {
          x: width * (column + 0.5 + 0.08 * Math.sin(7 * k)),
          y: height * (row + 0.42),
          height: height * (0.4 + 0.05 * Math.sin(3 * k)),
          mirror: k % 3 === 0,
          light: 0.85 + 0.15 * Math.sin(k),
        });
      });
    },
  },

  nobody: {
    count: 10,
    draw(canvas, i) {
      closer(canvas, [coffee, gravel, brick, hubble, rocket][i % 5], 1 + 0.7 * Math.floor(i / 5), i);
      return [];
    },
  },

  animals: {
    count: 10,
    draw(canvas, i) {
      canvas.cover(gravel, 0.8);
      closer(canvas, i % 2 ? moose : cat, [2.4, 1.6, 1, 0.5, 0.25][i >> 1], i);
      return [];
    },
  },
};

/** The kinds that ffmpeg draws by itself: sources and filters; nobody is in any of them. */
export const testPictures = {
  bars: [
    "smptebars", "smptehdbars", "pal75bars", "testsrc", "testsrc2", "rgbtestsrc",
  ].flatMap((bars, i) =>
    [[bars, timecode(24 + 20 * i, "10\\:20\\:3" + i)], [bars, timecode(150 - 20 * i, "0" + i + ":8")]]),
  print: Array.from({ length: 10 }, (_, i) => [
    `color=c=${i % 2 ? "white" : "0x203040"}`,
    [0, 1, 2, 3].map((k) => text(["80:86:38", "OO 88 %@", "Reel 06", "B8 Q0 &8"][(i + k) % 4], {
      size: 30 + 13 * ((2 * i + 3 * k) % 11), x: 60 + 290 * k, y: 90 + 140 * ((i + k) % 4),
        colour: i % 2 ? "black" : "white",
    })).join(","),
  ]),
};

function timecode(size, start) {
  const digits = start.replaceAll("\\", "").replaceAll(":", "\\:");
  return `${text("", { size, x: 100, y: 520, colour: "white" })},`
    + `drawbox=x=60:y=60:w=${6 * size}:h=${2 * size}:c=black:t=fill,`
    + text(digits, { size, x: 80, y: 70, colour: "white" });
}

function text(content, { size, x, y, colour }) {
  const shown = content === "" ? "%{pts\\:hms}" : content.replaceAll("%", "\\\\%").replaceAll(/(?<!\\):/g, "\\:");
  return `drawtext=font=monospace:text='${shown}':fontsize=${size}:x=${x}:y=${y}:fontcolor=${colour}`;
}

function portrait(canvas, i, how) {
  canvas.cover(places[i % places.length], 0.7);
  return [place(canvas, people[i % 2], {
    x: canvas.width * (0.3 + 0.08 * (i % 6)), y: canvas.height * 0.45, mirror: (i >> 1) % 2 === 1, ...how,
  })];
}

/** Draws a person with the middle of the face at (x, y). The truth of a tilted face is the box around its ellipse. */
export function place(canvas, { picture: source, face: [left, top, right, bottom] }, how) {
  const scale = how.height / (bottom - top);
  canvas.draw(source, { soft: 0.06, ...how, scale, at: [(left + right) / 2, (top + bottom) / 2] });
  const [a, b] = [(right - left) / 2 * scale, (bottom - top) / 2 * scale];
  const angle = (how.angle ?? 0) * Math.PI / 180;
  const halfWidth = Math.hypot(a * Math.cos(angle), b * Math.sin(angle));
  const halfHeight = Math.hypot(a * Math.sin(angle), b * Math.cos(angle));
  return { left: how.x - halfWidth, top: how.y - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight };
}

// Draws a whole picture, every second time mirrored, and returns all its faces.
function group(canvas, { picture: source, faces, doubtful }, i, { scale }) {
  canvas.cover(places[i % places.length], 0.7);
  const [x, y, mirror] = [canvas.width * (0.5 + 0.02 * (i % 3 - 1)), canvas.height / 2, i % 2 === 1];
  canvas.draw(source, { x, y, scale, mirror, light: 0.85 + 0.1 * (i % 3), soft: 0.03 });
  return [...faces, ...doubtful].map(([left, top, right, bottom], number) => ({
    left: x + scale * ((mirror ? source.width - right : left) - source.width / 2),
    top: y + scale * (top - source.height / 2),
    width: scale * (right - left),
    height: scale * (bottom - top),
    doubtful: number >= faces.length,
  }));
}

function closer(canvas, source, scale, i) {
  const fit = scale * Math.max(canvas.width / source.width, canvas.height / source.height);
  canvas.draw(source, {
    x: canvas.width * (0.5 + 0.1 * Math.sin(i)), y: canvas.height * (0.5 + 0.1 * Math.cos(i)),
    scale: fit, mirror: i % 3 === 1, soft: scale < 1 ? 0.05 : 0,
  });
}

function coverMouth(canvas, { left, top, width, height }) {
  canvas.fill([
    [left, top + 0.58 * height], [left + width / 2, top + 0.5 * height], [left + width, top + 0.58 * height],
    [left + 0.88 * width, top + 0.92 * height], [left + width / 2, top + 1.03 * height],
    [left + 0.12 * width, top + 0.92 * height],
  ], MASK);
}

function coverEyes(canvas, { left, top, width, height }) {
  for (const middle of [0.27, 0.73]) {
    canvas.fill([
      [left + (middle - 0.2) * width, top + 0.25 * height], [left + (middle + 0.2) * width, top + 0.25 * height],
      [left + (middle + 0.15) * width, top + 0.47 * height], [left + (middle - 0.15) * width, top + 0.47 * height],
    ], DARK);
  }
}

function coverSide(canvas, { left, width }) {
  canvas.fill([
    [left - 0.1 * width, 0], [left + 0.3 * width, 0], [left + 0.3 * width, canvas.height],
    [left - 0.1 * width, canvas.height],
  ], POST);
}
