/** A table of a FlatBuffer: fields by their number in the schema, each with a default when it is absent. */
export class Table {
  #bytes;
  #view;
  #at;

  constructor(bytes, at) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  /** The table at the root of a file. */
  static root(bytes) {
    return new Table(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true));
  }

  int8(field, absent = 0) {
    const at = this.#offset(field);
    return at ? this.#view.getInt8(at) : absent;
  }

  int32(field, absent = 0) {
    const at = this.#offset(field);
    return at ? this.#view.getInt32(at, true) : absent;
  }

  table(field) {
    const at = this.#offset(field);
    return at ? new Table(this.#bytes, this.#follow(at)) : undefined;
  }

  tables(field) {
    const { at, length } = this.#vector(field);
    return Array.from({ length }, (_, i) => new Table(this.#bytes, this.#follow(at + 4 * i)));
  }

  int32s(field) {
    const { at, length } = this.#vector(field);
    return Array.from({ length }, (_, i) => this.#view.getInt32(at + 4 * i, true));
  }

  bytes(field) {
    const { at, length } = this.#vector(field);
    return this.#bytes.subarray(at, at + length);
  }

  text(field) {
    return new TextDecoder().decode(this.bytes(field));
  }

  #vector(field) {
    const reference = this.#offset(field);
    if (!reference) {
      return { at: 0, length: 0 };
    }
    const start = this.#follow(reference);
    return { at: start + 4, length: this.#view.getUint32(start, true) };
  }

  #follow(at) {
    return at + this.#view.getUint32(at, true);
  }

  /** Where a field's value is, or 0. A table begins with the distance back to the list of its fields' distances. */
  #offset(field) {
    const fields = this.#at - this.#view.getInt32(this.#at, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#view.getUint16(fields, true)) {
      return 0;
    }
    const distance = this.#view.getUint16(fields + entry, true);
    return distance ? this.#at + distance : 0;
  }
}
