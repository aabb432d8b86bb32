// Writes Protocol Buffers messages: a field is its number, its wire type and its value.

const VARINT = 0;
const BYTES = 2;
const FLOAT = 5;

/** One message out of its fields. */
export const message = (...fields) => Buffer.concat(fields.flat());

/** A field with a whole number. */
export const integer = (number, value) => Buffer.concat([tag(number, VARINT), varint(value)]);

/** A field with a floating-point number of 32 bits. */
export function float(number, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([tag(number, FLOAT), bytes]);
}

/** A field with a text, with bytes or with a message. */
export function bytes(number, value) {
  const content = Buffer.isBuffer(value) ? value : Buffer.from(value);
  return Buffer.concat([tag(number, BYTES), varint(content.length), content]);
}

const tag = (number, wireType) => varint((number << 3) | wireType);

function varint(value) {
  let rest = BigInt.asUintN(64, BigInt(value));
  const groups = [];
  while (rest > 127n) {
    groups.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  groups.push(Number(rest));
  return Buffer.from(groups);
}
