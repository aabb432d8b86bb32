import { Network } from "./onnx.mjs";

// ONNX Runtime keeps pictures in blocks of 8 or 16 channels while it can, which is several times faster.
const BLOCK = 16;
const wide = (channels) => Math.ceil(channels / BLOCK) * BLOCK;

/**
 * The same network with the channels of every inner map rounded up to full blocks. The new ones hold zeros, so the
 * answers are the same. What would take the maps out of their blocks is said in convolutions: a PRelu with slopes a as
 * a * x + (1 - a) * relu(x), and channels added by a Pad as more of the zeros.
 *
 * Knows the operators that the converted TensorFlow Lite networks have.
 */
export function widen(narrow) {
  const network = new Network();
  network.inputs = narrow.inputs;
  network.outputs = narrow.outputs;
  const results = new Set(narrow.outputs.map((output) => output.name));
  // How the inner maps are called now, how many of their channels mean something and how many there are.
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
    const name = network.add(
      "Conv",
      [x.name, network.constant(embed(weights, shape), shape), network.constant(embed(bias, [all]), [all])],
      { ...node.attributes, group: depthwise ? all : 1 },
    );
    return { name, used, all };
  },

  Pad({ network, inputs: [x], constants: [, { data: pads }] }) {
    const [added, ...others] = [pads[5], ...pads.slice(0, 5), ...pads.slice(6)].map(Number);
    if (others.some((pad) => pad !== 0)) {
      throw new Error("only channels behind the others can be padded");
    }
    const used = x.used + added;
    const all = wide(used);
    if (all === x.all) {
      return { ...x, used };
    }
    const shape = [all, x.all, 1, 1];
    const copies = new Float32Array(all * x.all);
    for (let i = 0; i < x.used; i++) {
      copies[i * x.all + i] = 1;
    }
    const name = network.add("Conv", [x.name, network.constant(copies, shape)], { kernel_shape: [1, 1] });
    return { name, used, all };
  },

  PRelu({ network, inputs: [x], constants: [, { data: slopes }] }) {
    const scale = (name, factors) => {
      const shape = [x.all, 1, 1, 1];
      const weights = network.constant(embed({ data: factors, shape: [factors.length, 1, 1, 1] }, shape), shape);
      return network.add("Conv", [name, weights], { kernel_shape: [1, 1], group: x.all });
    };
    const positive = network.add("Relu", [x.name]);
    const sum = network.add("Add", [scale(x.name, slopes), scale(positive, slopes.map((slope) => 1 - slope))]);
    return { ...x, name: sum };
  },

  Add({ network, inputs: [a, b] }) {
    if (a.all !== b.all) {
      throw new Error(`maps of ${a.all} and ${b.all} channels cannot be added`);
    }
    return { name: network.add("Add", [a.name, b.name]), used: Math.max(a.used, b.used), all: a.all };
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
  return { ...x, name: network.add(node.operator, [x.name, ...others], node.attributes) };
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
