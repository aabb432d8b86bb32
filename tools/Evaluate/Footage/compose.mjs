// Composes the footage that the analyses are measured on. Usage: node compose.mjs <folder for the videos>
import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Canvas } from "./canvas.mjs";
import { scenes, testPictures } from "./scenes.mjs";

const [WIDTH, HEIGHT] = [1280, 720];
const FRAME_RATE = 10;
const SCENE_MILLIS = 500;
// One thread and no names of versions: the same bytes on every run.
const ENCODING = [
  "-r", String(FRAME_RATE), "-c:v", "libx264", "-crf", "20", "-preset", "medium", "-pix_fmt", "yuv420p", "-threads", "1",
  "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-f", "mp4",
];

// How much must be found where it is not the 0.95 of the tool.
const MINIMUM_RECALL = { profile: 0.8, turned: 0.8, occluded: 0.8 };

const target = process.argv[2];
mkdirSync(target, { recursive: true });
for (const [kind, { count, draw }] of Object.entries(scenes)) {
  const frames = [];
  const faces = [];
  for (let i = 0; i < count; i++) {
    const canvas = new Canvas(WIDTH, HEIGHT);
    faces.push(draw(canvas, i));
    frames.push(canvas.data);
  }
  const raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${WIDTH}x${HEIGHT}`, "-r", String(1000 / SCENE_MILLIS)];
  write(kind, [...raw, "-i", "-"], faces, Buffer.concat(frames));
}
for (const [kind, pictures] of Object.entries(testPictures)) {
  const length = `d=${SCENE_MILLIS / 1000}`;
  const parts = pictures.map(([source, filters], i) =>
    `${source}${source.includes("=") ? ":" : "="}s=${WIDTH}x${HEIGHT}:r=${FRAME_RATE}:${length},setsar=1,${filters}[p${i}]`);
  const all = `${parts.join(";")};${pictures.map((_, i) => `[p${i}]`).join("")}concat=n=${pictures.length}`;
  write(kind, ["-filter_complex", all], pictures.map(() => []));
}

function write(kind, input, faces, stdin) {
  const video = join(target, `${kind}.mp4`);
  const made = spawnSync(
    "ffmpeg", ["-v", "error", "-y", ...input, ...ENCODING, `${video}.partial`], { input: stdin, encoding: "utf8" });
  if (made.error || made.status !== 0) {
    throw new Error(`ffmpeg could not make ${kind}: ${made.error?.message ?? made.stderr}`);
  }
  const frames = faces.flatMap((boxes, scene) =>
    Array.from({ length: SCENE_MILLIS * FRAME_RATE / 1000 }, (_, i) => ({
      timestamp: scene * SCENE_MILLIS + i * 1000 / FRAME_RATE,
      faces: boxes.map(truth),
    })));
  const durationMillis = faces.length * SCENE_MILLIS;
  writeFileSync(
    join(target, `${kind}.json`),
    JSON.stringify({
      width: WIDTH, height: HEIGHT, frameRate: FRAME_RATE, durationMillis, minimumRecall: MINIMUM_RECALL[kind], frames,
    }));
  renameSync(`${video}.partial`, video);
}

function truth({ left, top, width, height }) {
  const seen = (from, length, limit) => Math.max(0, Math.min(from + length, limit) - Math.max(from, 0)) / length;
  return {
    boundingBox: { left: left / WIDTH, top: top / HEIGHT, width: width / WIDTH, height: height / HEIGHT },
    // To six digits: a face that is fully in the frame has exactly 1.
    visible: Number((seen(left, width, WIDTH) * seen(top, height, HEIGHT)).toFixed(6)),
    landmarks: {},
  };
}
