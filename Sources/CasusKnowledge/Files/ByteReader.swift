/// Reads what `ByteWriter` wrote.
///
/// Beyond the end it reads zeros and takes note of it, so that only the end need be checked.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  /// Whether more was asked for than there is.
  private(set) var isDamaged = false

  /// The bytes must stay where they are as long as the reader is used.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  mutating func number() -> Int {
    guard let start = take(MemoryLayout<Int>.size) else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: start, as: Int.self)
  }

  mutating func flag() -> Bool {
    take(1).map { bytes[$0] != 0 } ?? false
  }

  /// A value without references, or another in its place where there is none.
  mutating func value<Value: BitwiseCopyable>(else other: Value) -> Value {
    guard let start = take(MemoryLayout<Value>.size) else { return other }
    return bytes.loadUnaligned(fromByteOffset: start, as: Value.self)
  }

  mutating func text() -> String {
    let count = number()
    guard let start = take(count) else { return "" }
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  mutating func optionalText() -> String? {
    flag() ? text() : nil
  }

  mutating func texts() -> [String] { list { $0.text() } }

  mutating func numbers() -> [String: Int] {
    let pairs = list { reader in (reader.text(), reader.number()) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  mutating func list<Value>(_ each: (inout ByteReader) -> Value) -> [Value] {
    let count = number()
    // Every value takes at least one byte.
    guard count >= 0, count <= bytes.count - at else {
      isDamaged = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(each(&self)) }
    return values
  }

  /// Where so many bytes begin, or `nil` when there are no more so many.
  private mutating func take(_ count: Int) -> Int? {
    guard count >= 0, count <= bytes.count - at else {
      isDamaged = true
      return nil
    }
    defer { at += count }
    return at
  }
}
