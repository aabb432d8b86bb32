import { bytes, float, integer, message } from "./protobuf.mjs";

// TensorProto.DataType and AttributeProto.AttributeType of ONNX.
const dataTypes = new Map([
  [Float32Array, 1],
  [BigInt64Array, 7],
]);
const attributeTypes = { float: 1, integer: 2, text: 3, integers: 7 };

const IR_VERSION = 8;
const OPSET = 17;

/** A network as ONNX describes it: nodes in the order of execution, constants, and what goes in and comes out. */
export class Network {
  nodes = [];
  constants = new Map();
  inputs = [];
  outputs = [];
  #names = 0;

  /** Adds a node with one output. Returns the output's name, which is made up where none is given. */
  add(operator, inputs, attributes = {}, output = this.name()) {
    this.nodes.push({ operator, inputs, attributes, outputs: [output] });
    return output;
  }

  /** Adds a node with several outputs. Returns their names. */
  addSplit(operator, inputs, attributes, count) {
    const outputs = Array.from({ length: count }, () => this.name());
    this.nodes.push({ operator, inputs, attributes, outputs });
    return outputs;
  }

  /** Adds numbers that never change: a Float32Array, or whole numbers. Returns their name. */
  constant(data, shape, name = this.name()) {
    this.constants.set(name, { shape, data: data instanceof Float32Array ? data : BigInt64Array.from(data, BigInt) });
    return name;
  }

  /** Adds a list of whole numbers, as shapes and axes are given. Returns its name. */
  list(numbers) {
    return this.constant(numbers, [numbers.length]);
  }

  /** Says what goes in: numbers of 32 bits. A dimension is a number, or a name where it is free. */
  input(name, shape) {
    this.inputs.push({ name, shape });
    return name;
  }

  /** Says what comes out. */
  output(name, shape) {
    this.outputs.push({ name, shape });
  }

  // The nodes are in the order of execution.
  #prune() {
    const wanted = new Set(this.outputs.map((output) => output.name));
    this.nodes = this.nodes.toReversed().filter((node) => {
      const isWanted = node.outputs.some((name) => wanted.has(name));
      node.inputs.forEach((name) => isWanted && wanted.add(name));
      return isWanted;
    }).toReversed();
  }

  name() {
    return `t${this.#names++}`;
  }

  /** The network as an ONNX file, without nodes that lead to no output and constants that no node uses. */
  toBytes() {
    this.#prune();
    const used = new Set(this.nodes.flatMap((node) => node.inputs));
    const constants = [...this.constants].filter(([name]) => used.has(name));
    const graph = message(
      this.nodes.map((node, i) => bytes(1, nodeMessage(node, i))),
      bytes(2, "network"),
      constants.map(([name, constant]) => bytes(5, tensorMessage(name, constant))),
      this.inputs.map((value) => bytes(11, valueMessage(value))),
      this.outputs.map((value) => bytes(12, valueMessage(value))),
    );
    return message(
      integer(1, IR_VERSION),
      bytes(2, "VideoAnalysis build/models"),
      bytes(7, graph),
      bytes(8, message(bytes(1, ""), integer(2, OPSET))),
    );
  }
}

const nodeMessage = (node, i) => message(
  node.inputs.map((name) => bytes(1, name)),
  node.outputs.map((name) => bytes(2, name)),
  bytes(3, `node${i}`),
  bytes(4, node.operator),
  Object.entries(node.attributes).map(([name, value]) => bytes(5, attributeMessage(name, value))),
);

// A number is an integer; { float: x } is a floating-point number.
function attributeMessage(name, value) {
  const [type, field] = typeof value === "string" ? ["text", bytes(4, value)]
    : Array.isArray(value) ? ["integers", value.map((x) => integer(8, x))]
      : typeof value === "object" ? ["float", float(2, value.float)]
        : ["integer", integer(3, value)];
  return message(bytes(1, name), field, integer(20, attributeTypes[type]));
}

const tensorMessage = (name, { shape, data }) => message(
  shape.map((size) => integer(1, size)),
  integer(2, dataTypes.get(data.constructor)),
  bytes(8, name),
  bytes(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
);

const valueMessage = ({ name, shape }) => message(
  bytes(1, name),
  bytes(2, bytes(1, message(
    integer(1, dataTypes.get(Float32Array)),
    bytes(2, message(shape.map((size) => bytes(1, typeof size === "string" ? bytes(2, size) : integer(1, size))))),
  ))),
);
