import { fromHalf } from "./half.mjs";

/**
 * Reads the weights of a TensorFlow.js model: the file's bytes, cut up as its manifest says. Returns by name the
 * numbers and their shape.
 */
export function readWeights(manifest, bytes) {
  const weights = new Map();
  let at = 0;
  for (const entry of manifest.flatMap((group) => group.weights)) {
    const count = entry.shape.reduce((a, b) => a * b, 1);
    const stored = storage(entry);
    const length = count * stored.BYTES_PER_ELEMENT;
    if (at + length > bytes.length) {
      throw new Error(`the weights end before ${entry.name}`);
    }
    const numbers = new stored(Uint8Array.from(bytes.subarray(at, at + length)).buffer);
    weights.set(entry.name, { shape: entry.shape, data: unpacked(numbers, entry.quantization) });
    at += length;
  }
  if (at !== bytes.length) {
    throw new Error(`the manifest names ${at} of ${bytes.length} bytes of weights`);
  }
  return weights;
}

const types = {
  float32: Float32Array,
  int32: Int32Array,
  float16: Uint16Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
};

function storage({ name, dtype, quantization }) {
  const type = types[quantization?.dtype ?? dtype];
  if (!type) {
    throw new Error(`${name} is stored as ${quantization?.dtype ?? dtype}, which this reader does not know`);
  }
  return type;
}

function unpacked(numbers, quantization) {
  if (!quantization) {
    return numbers;
  }
  return quantization.dtype === "float16"
    ? fromHalf(numbers)
    : Float32Array.from(numbers, (x) => x * quantization.scale + quantization.min);
}
