import { Network } from "./onnx.mjs";
import { readWeights } from "./tfjs-weights.mjs";

const SIDE = 150;

// What dlib takes off red, green and blue, which are 0 to 255, and what face-api.js divides the rest by.
const MEANS = [122.782, 117.001, 104.298];
const RANGE = 255;

// The residual blocks in order. One named "down" halves the picture, and doubles the channels if its name counts more.
const blocks = [
  "conv32_1", "conv32_2", "conv32_3",
  "conv64_down", "conv64_1", "conv64_2", "conv64_3",
  "conv128_down", "conv128_1", "conv128_2",
  "conv256_down", "conv256_1", "conv256_2", "conv256_down_out",
];

/**
 * dlib's face recognition network (dlib_face_recognition_resnet_model_v1) out of the weights that face-api.js carries.
 * These are weights alone; the network is written down here.
 */
export function dlibFaceToOnnx(manifest, bytes) {
  const weights = readWeights(manifest, bytes);
  const network = new Network();
  takeColours(weights);
  let x = { name: network.input("input", ["N", 3, SIDE, SIDE]), side: SIDE, channels: 3 };
  x = relu(network, unit(network, weights, x, "conv32_down", 2));
  const pooled = network.add("MaxPool", [x.name], { kernel_shape: [3, 3], strides: [2, 2] });
  x = { ...x, name: pooled, side: half(x.side, 3) };
  for (const block of blocks) {
    x = relu(network, block.includes("down") ? down(network, weights, x, block) : same(network, weights, x, block));
  }

  const mean = network.add("ReduceMean", [x.name], { axes: [2, 3], keepdims: 0 });
  const { data, shape } = weights.get("fc");
  network.add("MatMul", [mean, network.constant(data, shape)], {}, "embedding");
  network.output("embedding", ["N", shape[1]]);
  return network;
}

// Lets the first convolution see the colours as they are, which has no border and so can take them off by itself.
function takeColours(weights) {
  const { data, shape: [height, width, depth, count] } = weights.get("conv32_down/conv/filters");
  const bias = weights.get("conv32_down/conv/bias").data;
  for (let p = 0; p < height * width * depth; p++) {
    for (let o = 0; o < count; o++) {
      data[p * count + o] /= RANGE;
      bias[o] -= data[p * count + o] * MEANS[p % depth];
    }
  }
}

function same(network, weights, x, block) {
  const inner = relu(network, unit(network, weights, x, `${block}/conv1`, 1));
  return add(network, x, unit(network, weights, inner, `${block}/conv2`, 1));
}

// The shorter way is an average; where the two ways differ in size, the smaller is filled up with zeros.
function down(network, weights, x, block) {
  const inner = relu(network, unit(network, weights, x, `${block}/conv1`, 2));
  const long = unit(network, weights, inner, `${block}/conv2`, 1);
  const short = {
    name: network.add("AveragePool", [x.name], { kernel_shape: [2, 2], strides: [2, 2] }),
    side: half(x.side, 2),
    channels: x.channels,
  };
  const side = Math.max(long.side, short.side);
  const channels = Math.max(long.channels, short.channels);
  return add(network, fill(network, short, side, channels), fill(network, long, side, channels));
}

// A convolution, then a factor and an offset a channel, which are the same as other weights and another bias.
function unit(network, weights, x, name, stride) {
  const { data, shape } = weights.get(`${name}/conv/filters`);
  const [height, width, depth, count] = shape;
  const bias = weights.get(`${name}/conv/bias`).data;
  const scale = weights.get(`${name}/scale/weights`).data;
  const offset = weights.get(`${name}/scale/biases`).data;
  const filters = new Float32Array(data.length);
  for (let o = 0; o < count; o++) {
    for (let i = 0; i < depth; i++) {
      for (let p = 0; p < height * width; p++) {
        filters[(o * depth + i) * height * width + p] = data[(p * depth + i) * count + o] * scale[o];
      }
    }
  }
  // Those with a stride see only what is there; the others keep the size.
  const margin = stride === 1 ? Math.floor(height / 2) : 0;
  const convolved = network.add(
    "Conv",
    [
      x.name,
      network.constant(filters, [count, depth, height, width]),
      network.constant(bias.map((b, o) => b * scale[o] + offset[o]), [count]),
    ],
    { kernel_shape: [height, width], strides: [stride, stride], pads: [margin, margin, margin, margin] },
  );
  return { name: convolved, side: stride === 1 ? x.side : half(x.side, height), channels: count };
}

function fill(network, x, side, channels) {
  if (x.side === side && x.channels === channels) {
    return x;
  }
  const pads = network.list([0, 0, 0, 0, 0, channels - x.channels, side - x.side, side - x.side]);
  return { name: network.add("Pad", [x.name, pads]), side, channels };
}

const half = (side, kernel) => Math.floor((side - kernel) / 2) + 1;
const relu = (network, x) => ({ ...x, name: network.add("Relu", [x.name]) });
const add = (network, a, b) => ({ ...a, name: network.add("Add", [a.name, b.name]) });
