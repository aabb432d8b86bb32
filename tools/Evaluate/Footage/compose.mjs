// Composes the footage that the analyses are measured on. Usage: node compose.mjs <folder for the videos>
import { join } from "node:path";
import { Canvas } from "./canvas.mjs";
import { photos } from "./labels.mjs";
import { persons, pictures } from "./persons.mjs";
import { scenes, testPictures } from "./scenes.mjs";
import { texts } from "./texts.mjs";
import { FRAME_RATE, HEIGHT, RAW_SCENES, SCENE_MILLIS, WIDTH, write, writePicture } from "./video.mjs";

// How much must be found where it is not the 0.95 of the tool. The man who looks down is at the limit of these models:
// docs/detector.md says why no more than half is promised.
const MINIMUM_RECALL = { profile: 0.8, musicians: 0.8, down: 0.5, turned: 0.8, occluded: 0.8 };

const target = process.argv[2];
for (const [kind, { count, draw }] of Object.entries(scenes)) {
  const { drawn: faces, bytes } = drawAll(count, draw);
  write(join(target, "faces", `${kind}.mp4`), RAW_SCENES, bytes, faceTruth(kind, faces));
}
for (const [kind, pictures] of Object.entries(testPictures)) {
  const length = `d=${SCENE_MILLIS / 1000}`;
  const parts = pictures.map(([source, filters], i) =>
    `${source}${source.includes("=") ? ":" : "="}s=${WIDTH}x${HEIGHT}:r=${FRAME_RATE}:${length},`
    + `setsar=1,${filters}[p${i}]`);
  const all = `${parts.join(";")};${pictures.map((_, i) => `[p${i}]`).join("")}concat=n=${pictures.length}`;
  write(join(target, "faces", `${kind}.mp4`), ["-filter_complex", all], undefined,
    faceTruth(kind, pictures.map(() => [])));
}
for (const [kind, { count, draw, minimumRecall, minimumPrecision }] of Object.entries(photos)) {
  const { drawn, bytes } = drawAll(count, draw);
  write(join(target, "labels", `${kind}.mp4`), RAW_SCENES, bytes,
    { sceneMillis: SCENE_MILLIS, minimumRecall, minimumPrecision, scenes: drawn });
}
for (const [kind, { count, draw, filters, words, minimumRecall, minimumPrecision }] of Object.entries(texts)) {
  const { bytes } = drawAll(count, draw);
  write(join(target, "text", `${kind}.mp4`), [...RAW_SCENES, "-vf", filters(count)], bytes, {
    sceneMillis: SCENE_MILLIS, minimumRecall, minimumPrecision,
    scenes: Array.from({ length: count }, (_, i) => ({ expected: words(i), ignored: [] })),
  });
}
for (const [name, draw] of Object.entries(pictures)) {
  const canvas = new Canvas(WIDTH, HEIGHT);
  draw(canvas);
  writePicture(join(target, "persons", "known", `${name}.png`), canvas);
}
for (const [kind, { count, draw }] of Object.entries(persons)) {
  const { drawn, bytes } = drawAll(count, draw);
  write(join(target, "persons", `${kind}.mp4`), RAW_SCENES, bytes,
    { sceneMillis: SCENE_MILLIS, minimumRecall: 0.8, minimumPrecision: 1, scenes: drawn });
}

function drawAll(count, draw) {
  const canvases = Array.from({ length: count }, () => new Canvas(WIDTH, HEIGHT));
  const drawn = canvases.map((canvas, i) => draw(canvas, i));
  return { drawn, bytes: Buffer.concat(canvases.map((canvas) => canvas.data)) };
}

function faceTruth(kind, faces) {
  const frames = faces.flatMap((boxes, scene) =>
    Array.from({ length: SCENE_MILLIS * FRAME_RATE / 1000 }, (_, i) => ({
      timestamp: scene * SCENE_MILLIS + i * 1000 / FRAME_RATE,
      faces: boxes.map(faceAt),
    })));
  return {
    width: WIDTH, height: HEIGHT, frameRate: FRAME_RATE, durationMillis: faces.length * SCENE_MILLIS,
    minimumRecall: MINIMUM_RECALL[kind], frames,
  };
}

function faceAt({ left, top, width, height, doubtful = false }) {
  const seen = (from, length, limit) => Math.max(0, Math.min(from + length, limit) - Math.max(from, 0)) / length;
  return {
    boundingBox: { left: left / WIDTH, top: top / HEIGHT, width: width / WIDTH, height: height / HEIGHT },
    // To six digits: a face that is fully in the frame has exactly 1. What is doubtful counts as not visible.
    visible: doubtful ? 0 : Number((seen(left, width, WIDTH) * seen(top, height, HEIGHT)).toFixed(6)),
    landmarks: {},
  };
}
