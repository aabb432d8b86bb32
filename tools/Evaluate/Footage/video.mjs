import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export const [WIDTH, HEIGHT] = [1280, 720];
export const FRAME_RATE = 10;
export const SCENE_MILLIS = 500;

// One thread and no names of versions: the same bytes on every run.
const ENCODING = [
  "-r", String(FRAME_RATE), "-c:v", "libx264", "-crf", "20", "-preset", "medium", "-pix_fmt", "yuv420p",
  "-threads", "1",
  "-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", "-f", "mp4",
];

/** What ffmpeg is told of pictures that come as raw bytes, one a scene. */
export const RAW_SCENES = [
  "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${WIDTH}x${HEIGHT}`, "-r", String(1000 / SCENE_MILLIS), "-i", "-",
];

/** Makes a video and, beside it, the JSON with its ground truth. The video is there only when both are whole. */
export function write(path, input, stdin, truth) {
  encode(path, [...input, ...ENCODING], stdin);
  writeFileSync(path.replace(/\.mp4$/, ".json"), JSON.stringify(truth));
  renameSync(`${path}.partial`, path);
}

/** Makes a PNG. */
export function writePicture(path, { width, height, data }) {
  encode(path, [
    "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${width}x${height}`, "-i", "-", "-c:v", "png", "-f", "image2"], data);
  renameSync(`${path}.partial`, path);
}

function encode(path, options, stdin) {
  mkdirSync(dirname(path), { recursive: true });
  const made = spawnSync(
    "ffmpeg", ["-v", "error", "-y", ...options, `${path}.partial`], { input: stdin, encoding: "utf8" });
  if (made.error || made.status !== 0) {
    throw new Error(`ffmpeg could not make ${path}: ${made.error?.message ?? made.stderr}`);
  }
}
