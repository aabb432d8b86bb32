import { Table } from "./flatbuffer.mjs";
import { fromHalf } from "./half.mjs";

// BuiltinOperator of TensorFlow Lite's schema: those that the models here use.
const operators = {
  0: "ADD",
  3: "CONV_2D",
  4: "DEPTHWISE_CONV_2D",
  2: "CONCATENATION",
  6: "DEQUANTIZE",
  17: "MAX_POOL_2D",
  19: "RELU",
  22: "RESHAPE",
  23: "RESIZE_BILINEAR",
  34: "PAD",
  54: "PRELU",
};

// TensorType of the same schema.
const types = {
  0: (bytes) => new Float32Array(aligned(bytes)),
  1: (bytes) => fromHalf(new Uint16Array(aligned(bytes))),
  2: (bytes) => new Int32Array(aligned(bytes)),
};

/**
 * Reads a TensorFlow Lite model: its tensors (name, shape with the channels last, data of the constant ones), its
 * operators in the order of execution, and which tensors go in and come out.
 */
export function readTflite(bytes) {
  const model = Table.root(bytes);
  const codes = model.tables(1).map((code) => Math.max(code.int8(0), code.int32(3)));
  const buffers = model.tables(4);
  const graph = model.tables(2)[0];

  const tensors = graph.tables(0).map((tensor) => {
    const data = buffers[tensor.int32(2)].bytes(0);
    if (tensor.table(6)) {
      throw new Error(`tensor ${tensor.text(3)} is sparse, which this reader does not unpack`);
    }
    return {
      name: tensor.text(3),
      shape: tensor.int32s(0),
      data: data.length > 0 ? typed(tensor.int8(1), data, tensor.text(3)) : undefined,
    };
  });
  const nodes = graph.tables(3).map((node) => ({
    operator: operators[codes[node.int32(0)]] ?? `number ${codes[node.int32(0)]}`,
    inputs: node.int32s(1),
    outputs: node.int32s(2),
    options: node.table(4),
  }));
  return { tensors, nodes, inputs: graph.int32s(1), outputs: graph.int32s(2) };
}

function typed(type, bytes, name) {
  if (!types[type]) {
    throw new Error(`tensor ${name} is of type ${type}, which this reader does not know`);
  }
  return types[type](bytes);
}

function aligned(bytes) {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
