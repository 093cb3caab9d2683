/// Writes values one after another as bytes, for `ByteReader` of the same program.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a value without references as it lies in memory.
  mutating func add<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes += $0 }
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  mutating func add(_ texts: [String]) {
    add(texts, each: { $0.add($1) })
  }

  mutating func add(_ numbers: [String: Int]) {
    add(numbers.sorted { $0.key < $1.key }) { writer, pair in
      writer.add(pair.key)
      writer.add(pair.value)
    }
  }

  mutating func add<Value>(_ values: [Value], each: (inout ByteWriter, Value) -> Void) {
    add(values.count)
    for value in values { each(&self, value) }
  }
}
