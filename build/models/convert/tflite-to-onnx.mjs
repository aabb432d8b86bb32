import { Network } from "./onnx.mjs";
import { readTflite } from "./tflite.mjs";

// Padding and ActivationFunctionType of TensorFlow Lite's schema.
const SAME = 0;
const activations = {
  0: (network, x) => x,
  1: (network, x) => network.add("Relu", [x]),
};

/**
 * Converts a TensorFlow Lite network of convolutions to ONNX. The channels, which TensorFlow keeps last, come second.
 *
 * A reshaped output is taken as it is before, a map over the picture: so the picture's sides can be free.
 *
 * @param bytes The file.
 * @param shape The input's shape, batch, channels, height, width: numbers, or names where a dimension is free.
 * @param outputs The name of every wanted output, with the tensor that it is in the file and with its shape.
 */
export function tfliteToOnnx(bytes, { input: shape, outputs }) {
  const model = readTflite(bytes);
  const network = new Network();
  const names = new Map([[model.inputs[0], network.input("input", shape)]]);
  for (const node of model.nodes) {
    const convert = converters[node.operator];
    if (!convert) {
      throw new Error(`operator ${node.operator} is not one that this converter knows`);
    }
    convert({ network, model, names, ...node });
  }
  for (const [name, { tensor, shape: outputShape }] of Object.entries(outputs)) {
    const found = names.get(model.tensors.findIndex((t) => t.name === tensor));
    if (!found) {
      throw new Error(`the model has no tensor ${tensor}`);
    }
    const node = network.nodes.find((n) => n.outputs[0] === found);
    node.outputs = [name];
    network.output(name, outputShape);
  }
  return network;
}

const converters = {
  DEQUANTIZE({ model, inputs, outputs }) {
    model.tensors[outputs[0]].data = model.tensors[inputs[0]].data;
  },

  CONV_2D(c) {
    convolution(c, { activation: 3, dilation: [4, 5], group: 1 });
  },

  DEPTHWISE_CONV_2D(c) {
    if (c.options.int32(3) !== 1) {
      throw new Error("a depthwise convolution with more outputs than inputs is not converted");
    }
    const channels = c.model.tensors[c.inputs[1]].shape[3];
    convolution(c, { activation: 4, dilation: [5, 6], group: channels });
  },

  MAX_POOL_2D({ network, model, names, inputs, outputs, options }) {
    const kernel = [options.int32(4), options.int32(3)];
    const strides = [options.int32(2), options.int32(1)];
    const pads = padding(model, inputs[0], outputs[0], options, kernel, strides);
    const pooled = network.add("MaxPool", [names.get(inputs[0])], { kernel_shape: kernel, strides, pads });
    names.set(outputs[0], activate(network, pooled, options.int8(5)));
  },

  RELU({ network, names, inputs, outputs }) {
    names.set(outputs[0], network.add("Relu", [names.get(inputs[0])]));
  },

  PRELU({ network, model, names, inputs, outputs }) {
    const { data } = model.tensors[inputs[1]];
    const slope = network.constant(data, [data.length, 1, 1]);
    names.set(outputs[0], network.add("PRelu", [names.get(inputs[0]), slope]));
  },

  ADD({ network, names, inputs, outputs, options }) {
    const sum = network.add("Add", inputs.map((i) => names.get(i)));
    names.set(outputs[0], activate(network, sum, options?.int8(0) ?? 0));
  },

  PAD({ network, model, names, inputs, outputs }) {
    const [n, , h, , w, , c] = model.tensors[inputs[1]].data;
    const [, nAfter, , hAfter, , wAfter, , cAfter] = model.tensors[inputs[1]].data;
    const pads = network.list([n, c, h, w, nAfter, cAfter, hAfter, wAfter]);
    names.set(outputs[0], network.add("Pad", [names.get(inputs[0]), pads]));
  },

  RESIZE_BILINEAR({ network, model, names, inputs, outputs, options }) {
    const [, heightBefore] = model.tensors[inputs[0]].shape;
    const [, height] = model.tensors[outputs[0]].shape;
    const scale = height / heightBefore;
    const coordinates = options.int8(2) ? "align_corners" : options.int8(3) ? "half_pixel" : "asymmetric";
    names.set(outputs[0], network.add(
      "Resize",
      [names.get(inputs[0]), "", network.constant(Float32Array.of(1, 1, scale, scale), [4])],
      { mode: "linear", coordinate_transformation_mode: coordinates },
    ));
  },

  // Both only put the answers of a map into one row.
  RESHAPE({ names, inputs, outputs }) {
    names.set(outputs[0], names.get(inputs[0]));
  },
  CONCATENATION() {},
};

function convolution({ network, model, names, inputs, outputs, options }, { activation, dilation, group }) {
  const [x, weights, bias] = inputs;
  const [, height, width] = model.tensors[weights].shape;
  const strides = [options.int32(2), options.int32(1)];
  if (dilation.some((field) => options.int32(field, 1) !== 1)) {
    throw new Error("a dilated convolution is not converted");
  }
  const filters = channelsSecond(model.tensors[weights], group > 1);
  const convolved = network.add(
    "Conv",
    [
      names.get(x),
      network.constant(filters.data, filters.shape),
      network.constant(model.tensors[bias].data, [filters.shape[0]]),
    ],
    {
      kernel_shape: [height, width],
      strides,
      pads: padding(model, x, outputs[0], options, [height, width], strides),
      group,
    },
  );
  names.set(outputs[0], activate(network, convolved, options.int8(activation)));
}

// From outputs, height, width, inputs (a depthwise one: 1, height, width, channels) to outputs, inputs, height, width.
function channelsSecond({ data, shape }, depthwise) {
  const [first, height, width, last] = shape;
  const [count, depth] = depthwise ? [last, 1] : [first, last];
  const result = new Float32Array(data.length);
  for (let o = 0; o < count; o++) {
    for (let i = 0; i < depth; i++) {
      for (let p = 0; p < height * width; p++) {
        result[(o * depth + i) * height * width + p] =
          data[depthwise ? p * last + o : (o * height * width + p) * last + i];
      }
    }
  }
  return { data: result, shape: [count, depth, height, width] };
}

// What TensorFlow adds around a picture whose sides are multiples of the strides: top, left, bottom, right.
function padding(model, input, output, options, kernel, strides) {
  if (options.int8(0) !== SAME) {
    return [0, 0, 0, 0];
  }
  const totals = [0, 1].map((axis) => {
    const [before, after] = [input, output].map((tensor) => model.tensors[tensor].shape[axis + 1]);
    return Math.max((after - 1) * strides[axis] + kernel[axis] - before, 0);
  });
  const starts = totals.map((total) => Math.floor(total / 2));
  return [...starts, ...totals.map((total, axis) => total - starts[axis])];
}

function activate(network, x, code) {
  if (!activations[code]) {
    throw new Error(`activation ${code} is not one that this converter knows`);
  }
  return activations[code](network, x);
}
