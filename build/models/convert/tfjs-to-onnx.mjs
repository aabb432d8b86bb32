import { Network } from "./onnx.mjs";
import { readWeights } from "./tfjs-weights.mjs";

const CHANNELS_LAST = [0, 2, 3, 1];
const IN_ORDER = [0, 1, 2, 3];

/**
 * Converts a TensorFlow.js graph of convolutions to ONNX.
 *
 * ONNX wants the channels second, TensorFlow last, and such graphs are full of transpositions. So every map is kept
 * with its channels second, together with the order in which the graph sees the axes; a transposition changes only
 * that.
 *
 * @param model The JSON file, parsed.
 * @param bytes The weights.
 * @param outputs The new name of every wanted output and its name in the graph.
 */
export function tfjsToOnnx(model, bytes, { input, outputs }) {
  const weights = readWeights(model.weightsManifest, bytes);
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]));
  const network = new Network();
  const values = new Map();

  function value(reference) {
    const key = reference.replace(/:0$/, "");
    if (!values.has(key)) {
      const node = nodes.get(key.split(":")[0]);
      const made = convert(node);
      made.forEach((one, i) => values.set(i === 0 ? node.name : `${node.name}:${i}`, one));
    }
    return values.get(key);
  }

  function convert(node) {
    if (node.op === "Const") {
      return [weights.get(node.name)];
    }
    const converter = converters[node.op];
    if (!converter) {
      throw new Error(`${node.name} is of type ${node.op}, which this converter does not know`);
    }
    const made = converter({ network, node, inputs: (node.input ?? []).map(value), input });
    return Array.isArray(made) ? made : [made];
  }

  for (const [name, graphName] of Object.entries(outputs)) {
    const { name: inner, shape } = value(graphName);
    network.nodes.find((node) => node.outputs.includes(inner)).outputs = [name];
    network.output(name, shape);
  }
  return network;
}

const converters = {
  Placeholder({ network, node, input }) {
    const shape = node.attr.shape.shape.dim.map((dim) => Number(dim.size));
    return { name: network.input(input, shape), shape, order: IN_ORDER };
  },

  Identity: ({ inputs: [x] }) => x,

  Transpose: ({ inputs: [x, { data: axes }] }) => x.order
    ? { ...x, order: Array.from(axes, (axis) => x.order[axis]) }
    : transposed(x, axes),

  Pad: (c) => pad(c, 0),
  PadV2: (c) => pad(c, c.inputs[2].data[0]),

  Conv2D({ network, node, inputs: [x, filters] }) {
    const [height, width, depth, count] = filters.shape;
    const map = seen(x, CHANNELS_LAST);
    const group = map.shape[1] / depth;
    const { source, pads } = withoutPad(network, map, (filling) => filling === 0);
    const strides = sides(node, "strides");
    const data = new Float32Array(filters.data.length);
    for (let o = 0; o < count; o++) {
      for (let i = 0; i < depth; i++) {
        for (let p = 0; p < height * width; p++) {
          data[(o * depth + i) * height * width + p] = filters.data[(p * depth + i) * count + o];
        }
      }
    }
    expectValid(node);
    const name = network.add(
      "Conv",
      [source, network.constant(data, [count, depth, height, width])],
      { kernel_shape: [height, width], strides, pads, group },
    );
    return { name, shape: [1, count, ...shrunk(map.shape, [height, width], strides)], order: CHANNELS_LAST };
  },

  MaxPool({ network, node, inputs: [x] }) {
    const map = seen(x, CHANNELS_LAST);
    const [kernel, strides] = [sides(node, "ksize"), sides(node, "strides")];
    // A maximum takes no notice of what lies outside; the graph says so with numbers below all others.
    const { source, pads } = withoutPad(network, map, (filling) => filling < -1e30);
    expectValid(node);
    const name = network.add("MaxPool", [source], { kernel_shape: kernel, strides, pads });
    return { ...map, name, shape: [1, map.shape[1], ...shrunk(map.shape, kernel, strides)] };
  },

  Add: sum,
  AddV2: sum,

  LeakyRelu: ({ network, node, inputs: [x] }) =>
    ({ ...x, name: network.add("LeakyRelu", [x.name], { alpha: { float: node.attr.alpha.f } }) }),

  Sigmoid: ({ network, inputs: [x] }) => ({ ...x, name: network.add("Sigmoid", [x.name]) }),

  ConcatV2({ network, inputs }) {
    const maps = inputs.slice(0, -1).map((x) => seen(x, inputs[0].order));
    const axis = maps[0].order[inputs.at(-1).data[0]];
    const shape = maps[0].shape.map((size, i) => i === axis ? maps.reduce((all, x) => all + x.shape[i], 0) : size);
    return { ...maps[0], name: network.add("Concat", maps.map((x) => x.name), { axis }), shape };
  },

  ResizeBilinear({ network, node, inputs: [x, { data: size }] }) {
    const map = seen(x, CHANNELS_LAST);
    const shape = [...map.shape.slice(0, 2), ...size];
    const scales = Float32Array.from(shape, (length, i) => length / map.shape[i]);
    const coordinates = node.attr.align_corners?.b ? "align_corners"
      : node.attr.half_pixel_centers?.b ? "half_pixel" : "asymmetric";
    const name = network.add(
      "Resize",
      [map.name, "", network.constant(scales, [4])],
      { mode: "linear", coordinate_transformation_mode: coordinates },
    );
    return { ...map, name, shape };
  },

  SplitV({ network, inputs: [x, { data: sizes }, { data: [seenAxis] }] }) {
    const axis = x.order[seenAxis];
    return network.addSplit("Split", [x.name, network.list([...sizes])], { axis }, sizes.length)
      .map((name, i) => ({ ...x, name, shape: x.shape.map((size, a) => a === axis ? sizes[i] : size) }));
  },

  // Of the shape that it is given, which the graph puts together out of constants.
  SparseToDense({ inputs: [indices, { data: [length] }, { data: found }, { data: [other] }] }) {
    const data = new Int32Array(length).fill(other);
    indices.data.forEach((index, i) => {
      data[index] = found[i];
    });
    return { data, shape: [length] };
  },

  Reshape({ network, inputs: [x, { data: wanted }] }) {
    const { name, shape } = seen(x, IN_ORDER);
    const rest = shape.reduce((a, b) => a * b, 1) / wanted.reduce((a, b) => b < 0 ? a : a * b, 1);
    const result = Array.from(wanted, (size) => size < 0 ? rest : size);
    return { name: network.add("Reshape", [name, network.list(result)]), shape: result, network };
  },
};

// A transposition that is not one of a map: of what a Reshape made.
function transposed({ network, name, shape }, axes) {
  const perm = Array.from(axes);
  return { network, name: network.add("Transpose", [name], { perm }), shape: perm.map((axis) => shape[axis]) };
}

function pad({ network, inputs: [x, { data: paddings }] }, filling) {
  // By axis as the network sees it, not as the graph does.
  const [before, after] = [new Array(4).fill(0), new Array(4).fill(0)];
  x.order.forEach((axis, i) => {
    [before[axis], after[axis]] = [paddings[2 * i], paddings[2 * i + 1]];
  });
  const inputs = [x.name, network.list([...before, ...after]), network.constant(Float32Array.of(filling), [])];
  const shape = x.shape.map((size, axis) => size + before[axis] + after[axis]);
  return { ...x, name: network.add("Pad", inputs), shape, padded: { source: x.name, before, after, filling } };
}

// What a convolution or a maximum sees, if what is before it only adds a border: then it can do so itself.
function withoutPad(network, x, canBeBorder) {
  if (!x.padded) {
    return { source: x.name, pads: [0, 0, 0, 0] };
  }
  const { source, before, after, filling } = x.padded;
  if (!canBeBorder(filling) || before[1] + after[1] > 0) {
    throw new Error(`a border of ${filling} is not one that this converter knows`);
  }
  network.nodes = network.nodes.filter((node) => !node.outputs.includes(x.name));
  return { source, pads: [...before.slice(2), ...after.slice(2)] };
}

// Two maps, two lists of constants, or a convolution and its bias.
function sum({ network, inputs: [a, b] }) {
  if (a.data && b.data) {
    return { shape: a.shape, data: a.data.map((x, i) => x + b.data[i % b.data.length]) };
  }
  if (a.data || b.data) {
    const [map, constant] = a.data ? [b, a] : [a, b];
    const node = network.nodes.find((n) => n.outputs.includes(map.name));
    if (node.operator !== "Conv" || node.inputs.length > 2 || map.order.at(-1) !== 1 || constant.shape.length !== 1) {
      throw new Error("only a convolution's bias is added");
    }
    node.inputs.push(network.constant(constant.data, constant.shape));
    return map;
  }
  return { ...a, name: network.add("Add", [a.name, seen(b, a.order).name]) };
}

function seen(x, order) {
  if (x.order.some((axis, i) => axis !== order[i])) {
    throw new Error(`a map is seen in the order ${x.order}, not ${order}`);
  }
  return x;
}

function expectValid(node) {
  const padding = Buffer.from(node.attr.padding.s, "base64").toString();
  if (padding !== "VALID" || sides(node, "dilations").some((d) => d !== 1)) {
    throw new Error(`${node.name} has a padding or a dilation that this converter does not know`);
  }
}

const sides = (node, attribute) => (node.attr[attribute]?.list.i ?? [1, 1, 1, 1]).slice(1, 3).map(Number);
const shrunk = (shape, kernel, strides) =>
  strides.map((stride, i) => Math.floor((shape[i + 2] - kernel[i]) / stride) + 1);
