import { Network } from "./onnx.mjs";

// ONNX Runtime keeps pictures in blocks of 8 or 16 channels while it can, which is several times faster. 24 are left as
// they are: with blocks of 8 the largest maps take a quarter less than with 32, and blocks of 16 it fills up itself.
const BLOCK = 16;
const wide = (channels) => (channels > 16 && channels <= 24 ? 24 : Math.ceil(channels / BLOCK) * BLOCK);

/**
 * The same network with the channels of every inner map rounded up to full blocks. The new ones hold zeros, so the
 * answers are the same. What would take the maps out of their blocks is said otherwise: a PRelu with slopes a as
 * a * x + (1 - a) * relu(x), both of them convolutions, and a sum with a map that a Pad has made wider as two parts, of
 * which one is no sum.
 *
 * Knows the operators that the converted TensorFlow Lite networks have.
 */
export function widen(narrow) {
  const network = new Network();
  network.inputs = narrow.inputs;
  network.outputs = narrow.outputs;
  const results = new Set(narrow.outputs.map((output) => output.name));
  // How the inner maps are called now (or their parts), how many of their channels mean something, how many there are.
  const maps = new Map(narrow.inputs.map(({ name, shape }) => [name, { name, used: shape[1], all: shape[1] }]));

  for (const node of narrow.nodes) {
    const widened = widener(node.operator)({
      network,
      node,
      inputs: node.inputs.filter((name) => maps.has(name)).map((name) => maps.get(name)),
      constants: node.inputs.map((name) => narrow.constants.get(name)),
      isResult: results.has(node.outputs[0]),
    });
    maps.set(node.outputs[0], widened);
    if (results.has(node.outputs[0])) {
      network.nodes.at(-1).outputs = [node.outputs[0]];
    }
  }
  return network;
}

function widener(operator) {
  if (!wideners[operator]) {
    throw new Error(`operator ${operator} is not one that can be widened`);
  }
  return wideners[operator];
}

const wideners = {
  Conv({ network, node, inputs: [x], constants: [, weights, bias], isResult }) {
    const used = weights.shape[0];
    const all = isResult ? used : wide(used);
    const depthwise = node.attributes.group > 1;
    if (depthwise && all !== x.all) {
      throw new Error(`a depthwise convolution of ${x.all} channels cannot have ${all}`);
    }
    const shape = [all, depthwise ? 1 : x.all, ...weights.shape.slice(2)];
    const numbers = [embed(weights, shape), embed(bias, [all])];
    const convolve = (name, start, end) => convolution(
      network, name, numbers, shape, { ...node.attributes, group: depthwise ? end - start : 1 }, start, end);
    // Joining its parts costs less when they are smaller.
    if (depthwise && x.parts && node.attributes.strides[0] > 1) {
      const split = x.split;
      return { used, all, split, parts: [convolve(x.parts[0], 0, split), convolve(x.parts[1], split, all)] };
    }
    const input = joined(network, x);
    return { name: convolve(input, 0, all), used, all, part: (start, end) => convolve(input, start, end) };
  },

  Pad({ inputs: [x], constants: [, { data: pads }] }) {
    const [added, ...others] = [pads[5], ...pads.slice(0, 5), ...pads.slice(6)].map(Number);
    if (others.some((pad) => pad !== 0)) {
      throw new Error("only channels behind the others can be padded");
    }
    const used = x.used + added;
    return { ...x, used, all: wide(used), padded: x.all };
  },

  PRelu({ network, inputs: [x], constants: [, { data: slopes }] }) {
    const scale = (name, factors) => {
      const shape = [x.all, 1, 1, 1];
      const weights = network.constant(embed({ data: factors, shape: [factors.length, 1, 1, 1] }, shape), shape);
      return network.add("Conv", [name, weights], { kernel_shape: [1, 1], group: x.all });
    };
    const input = joined(network, x);
    const positive = network.add("Relu", [input]);
    const sum = network.add("Add", [scale(input, slopes), scale(positive, slopes.map((slope) => 1 - slope))]);
    return { used: x.used, all: x.all, name: sum };
  },

  Add({ network, inputs }) {
    const [x, other] = inputs[0].padded ? inputs.toReversed() : inputs;
    if (x.all !== other.all) {
      throw new Error(`maps of ${x.all} and ${other.all} channels cannot be added`);
    }
    const size = { used: Math.max(x.used, other.used), all: x.all };
    const split = other.padded ?? x.all;
    const added = joined(network, other);
    return split === x.all
      ? { ...size, name: network.add("Add", [joined(network, x), added]) }
      : { ...size, split, parts: [network.add("Add", [x.part(0, split), added]), x.part(split, x.all)] };
  },

  Relu: unchanged,
  MaxPool: unchanged,
  Resize: unchanged,
};

function unchanged({ network, node, inputs: [x], constants }) {
  const others = node.inputs.slice(1).map((name, i) => {
    const constant = constants[i + 1];
    return constant ? network.constant(constant.data, constant.shape) : name;
  });
  const same = (name) => network.add(node.operator, [name, ...others], node.attributes);
  const { used, all, split, parts } = x;
  return parts ? { used, all, split, parts: parts.map(same) } : { used, all, name: same(x.name) };
}

function joined(network, { name, parts }) {
  return parts ? network.add("Concat", parts, { axis: 1 }) : name;
}

// A convolution, or the part of it that makes some of its channels.
function convolution(network, input, [weights, bias], shape, attributes, start, end) {
  const size = weights.length / shape[0];
  return network.add("Conv", [
    input,
    network.constant(weights.slice(start * size, end * size), [end - start, ...shape.slice(1)]),
    network.constant(bias.slice(start, end), [end - start]),
  ], attributes);
}

// The same numbers at the beginning of every dimension of a larger block of zeros. Only the first two differ.
function embed({ data, shape: [count, depth = 1, ...rest] }, [newCount, newDepth = 1]) {
  const size = rest.reduce((a, b) => a * b, 1);
  const result = new Float32Array(newCount * newDepth * size);
  for (let o = 0; o < count; o++) {
    result.set(data.subarray(o * depth * size, (o + 1) * depth * size), o * newDepth * size);
  }
  return result;
}
